import { expect, test } from 'vitest';
import { createHashBag } from '../../src-main/domain/text-hash.ts';

test('rows whose hash another one has are found among many, in order', () => {
  const bag = createHashBag();
  // More than the bag has room for at first, so that it grows several times; rows 10, 2,500 and 4,999 are alike.
  for (let row = 1; row <= 5_000; row += 1)
    bag.add([10, 2_500, 4_999].includes(row) ? 7 : row % 3 === 0 ? undefined : row * 1_000);
  expect(bag.repeated()).toEqual([10, 2_500, 4_999]);
  // It may be asked again, and goes on.
  bag.add(10_000);
  expect(bag.repeated()).toEqual([10, 2_500, 4_999]);
  bag.add(7);
  bag.add(0);
  bag.add(0);
  expect(bag.repeated()).toEqual([10, 2_500, 4_999, 5_002, 5_003, 5_004]);
});
