import { test } from './fixtures.ts';
import {
  beginWalk,
  expectStands,
  goToPack,
  makeNumberGroup,
  pack,
  pick,
  putAway,
  receive,
  release,
  ship,
} from './flow-walk.ts';

// The table of "Serial number capturing", row by row: a purchase is received, put away, sold, picked, packed and
// shipped on the pages. After each step the grid On-hand shows which units are blank and which carry a serial number.

const ASKED = 'One serial number for each unit.';
const ALL_TAKEN = 'Everything here is taken: nothing is asked.';
const BLANK_FIRST = 'Blank units go first: nothing is asked.';

test('None: asked at receiving, never captured later', async ({ page }) => {
  await beginWalk(page, { purchase: 'PO-1,1,A-100,2,ea,61', sales: 'SO-1,A-100,2,ea,61' });
  await expectStands(page, 'A-100');

  await receive(page, 'PO-1', 'RECV', { says: ASKED, serials: ['CAM-1', 'CAM-2'] });
  await expectStands(page, 'A-100', '61 RECV CAM-1 1', '61 RECV CAM-2 1');

  await putAway(page, 'A-100', 'BULK-1');
  await expectStands(page, 'A-100', '61 BULK-1 CAM-1 1', '61 BULK-1 CAM-2 1');

  await release(page, 'SO-1', 2);
  await pick(page, 'SO-1', 'BULK-1', { says: ALL_TAKEN });
  await expectStands(page, 'A-100', '61 STAGE Picked CAM-1 1', '61 STAGE Picked CAM-2 1');

  await goToPack(page, 'SO-1');
  await pack(page, 'A-100', { says: ALL_TAKEN });
  await expectStands(page, 'A-100', '61 PACK-1 Packed CAM-1 1', '61 PACK-1 Packed CAM-2 1');

  await goToPack(page, 'SO-1');
  await ship(page, 'Shipped 1 line of SO-1.');
  await expectStands(page, 'A-100');
});

test('Picking: blank until the pick, which asks; packing does not ask again', async ({ page }) => {
  await beginWalk(page, { purchase: 'PO-2,1,A-200,3,ea,61', sales: 'SO-2,A-200,2,ea,61' });

  await receive(page, 'PO-2', 'RECV', { says: 'No serial number is asked here: it is captured at picking.' });
  await expectStands(page, 'A-200', '61 RECV Blank 3');

  await putAway(page, 'A-200', 'BULK-2');
  await expectStands(page, 'A-200', '61 BULK-2 Blank 3');

  await release(page, 'SO-2', 2);
  await pick(page, 'SO-2', 'BULK-2', { says: ASKED, serials: ['DRO-1', 'DRO-2'] });
  await expectStands(
    page,
    'A-200',
    '61 BULK-2 Blank 1',
    '61 STAGE Picked DRO-1 1',
    '61 STAGE Picked DRO-2 1',
  );

  await goToPack(page, 'SO-2');
  await pack(page, 'A-200', { says: ALL_TAKEN });
  await expectStands(
    page,
    'A-200',
    '61 BULK-2 Blank 1',
    '61 PACK-1 Packed DRO-1 1',
    '61 PACK-1 Packed DRO-2 1',
  );

  await goToPack(page, 'SO-2');
  await ship(page, 'Shipped 1 line of SO-2.');
  await expectStands(page, 'A-200', '61 BULK-2 Blank 1');
});

test('Packing: blank until the packing station, which asks', async ({ page }) => {
  await beginWalk(page, { purchase: 'PO-3,1,A-300,3,ea,61', sales: 'SO-3,A-300,2,ea,61' });

  await receive(page, 'PO-3', 'RECV', { says: 'No serial number is asked here: it is captured at packing.' });
  await expectStands(page, 'A-300', '61 RECV Blank 3');

  await putAway(page, 'A-300', 'BULK-3');
  await expectStands(page, 'A-300', '61 BULK-3 Blank 3');

  await release(page, 'SO-3', 2);
  await pick(page, 'SO-3', 'BULK-3', { says: BLANK_FIRST });
  await expectStands(page, 'A-300', '61 BULK-3 Blank 1', '61 STAGE Picked Blank 2');

  await goToPack(page, 'SO-3');
  await pack(page, 'A-300', { says: ASKED, serials: ['PRI-1', 'PRI-2'] });
  await expectStands(
    page,
    'A-300',
    '61 BULK-3 Blank 1',
    '61 PACK-1 Packed PRI-1 1',
    '61 PACK-1 Packed PRI-2 1',
  );

  await goToPack(page, 'SO-3');
  await ship(page, 'Shipped 1 line of SO-3.');
  await expectStands(page, 'A-300', '61 BULK-3 Blank 1');
});

test('a generated number: receiving makes it and asks nothing; a part is picked by what stands there', async ({
  page,
}) => {
  await beginWalk(page, { purchase: 'PO-5,1,A-500,3,ea,61', sales: 'SO-5,A-500,2,ea,61' });
  await makeNumberGroup(page);

  await receive(page, 'PO-5', 'RECV', { says: 'Number group SN will make the serial numbers.' });
  await expectStands(page, 'A-500', '61 RECV SN-001 1', '61 RECV SN-002 1', '61 RECV SN-003 1');

  await putAway(page, 'A-500', 'BULK-5');
  await expectStands(page, 'A-500', '61 BULK-5 SN-001 1', '61 BULK-5 SN-002 1', '61 BULK-5 SN-003 1');

  await release(page, 'SO-5', 2);
  await pick(page, 'SO-5', 'BULK-5', {
    says: 'A part of what stands here is taken: say which serial numbers.',
    serials: ['SN-001', 'SN-003'],
  });
  await expectStands(
    page,
    'A-500',
    '61 BULK-5 SN-002 1',
    '61 STAGE Picked SN-001 1',
    '61 STAGE Picked SN-003 1',
  );

  await goToPack(page, 'SO-5');
  await pack(page, 'A-500', { says: ALL_TAKEN });
  await expectStands(
    page,
    'A-500',
    '61 BULK-5 SN-002 1',
    '61 PACK-1 Packed SN-001 1',
    '61 PACK-1 Packed SN-003 1',
  );

  await goToPack(page, 'SO-5');
  await ship(page, 'Shipped 1 line of SO-5.');
  await expectStands(page, 'A-500', '61 BULK-5 SN-002 1');
});
