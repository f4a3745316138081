import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { groupColumns, itemColumns, onHandFileColumns } from '../../src-main/domain/dynamics-columns.ts';
import { DomainError } from '../../src-main/domain/problem.ts';
import { recogniseHeader } from '../../src-main/files/recognise.ts';

const kinds = [
  ['on-hand', onHandFileColumns],
  ['items', itemColumns],
  ['tracking-dimension-groups', groupColumns],
] as const;

const fieldsOf = (header: readonly string[]): Record<string, number> =>
  Object.fromEntries(recogniseHeader(header).columns.map(({ column, index }) => [column.field, index]));

describe.each(kinds)('the columns of %s', (kind, columns) => {
  const names = columns.map((column) => column.names[0]);

  test('are recognised in any order and any case, among columns that mean nothing', () => {
    const header = fc
      .tuple(
        fc.shuffledSubarray(names, { minLength: names.length }),
        fc.array(fc.constantFrom('X1', 'NOTE', '')),
      )
      .chain(([known, extra]) =>
        fc.shuffledSubarray([...known, ...extra], { minLength: known.length + extra.length }),
      )
      .chain((all) =>
        fc
          .array(fc.boolean(), { minLength: all.length, maxLength: all.length })
          .map((lower) =>
            all.map((name, index) => (lower[index] === true ? ` ${name.toLowerCase()} ` : name)),
          ),
      );
    fc.assert(
      fc.property(header, (written) => {
        const read = recogniseHeader(written);
        expect(read.kind).toBe(kind);
        expect(read.width).toBe(written.length);
        expect(read.columns).toHaveLength(names.length);
        for (const { column, index, name } of read.columns) {
          expect(column.names).toContain(written[index]?.trim().toUpperCase());
          expect(name).toBe(written[index]?.trim());
        }
        const unknown = written.filter((name) => ['X1', 'NOTE'].includes(name.trim().toUpperCase()));
        expect(read.ignored).toEqual(unknown.map((name) => name.trim()));
      }),
    );
  });

  test('that are required are asked for by name', () => {
    for (const missing of columns.filter(({ required }) => required)) {
      const header = names.filter((name) => name !== missing.names[0]);
      expect(() => recogniseHeader(header)).toThrow(`The column ${missing.names[0]} is missing.`);
    }
  });

  test('that stand there twice refuse the file', () => {
    for (const name of names)
      expect(() => recogniseHeader([...names, name.toLowerCase()])).toThrow(/stands in the file twice/);
  });
});

describe('a header', () => {
  test('with several names of one field uses the best of them, wherever it stands', () => {
    const required = ['TRACKINGDIMENSIONGROUPNAME', 'ITEMNUMBER'];
    expect(fieldsOf(['PRODUCTSEARCHNAME', 'PRODUCTNAME', ...required])).toMatchObject({ name: 1 });
    expect(fieldsOf(['PRODUCTNAME', 'PRODUCTSEARCHNAME', ...required])).toMatchObject({ name: 0 });
    expect(recogniseHeader(['PRODUCTSEARCHNAME', 'PRODUCTNAME', ...required]).ignored).toEqual([
      'PRODUCTSEARCHNAME',
    ]);
  });

  test('in the names of an inventory list is on-hand too', () => {
    const header = [
      'ITEMID',
      'INVENTLOCATIONID',
      'WMSLOCATIONID',
      'INVENTSERIALID',
      'PHYSICALINVENT',
      'LICENSEPLATEID',
    ];
    expect(recogniseHeader(header).kind).toBe('on-hand');
    expect(fieldsOf(header)).toEqual({
      itemNumber: 0,
      warehouse: 1,
      location: 2,
      serialNumber: 3,
      quantity: 4,
      licensePlate: 5,
    });
  });

  test('names the legal entity, which is not an ignored column', () => {
    const read = recogniseHeader(['ITEMNUMBER', 'dataAreaId', 'TRACKINGDIMENSIONGROUPNAME']);
    expect(read.legalEntity).toBe(1);
    expect(read.ignored).toEqual([]);
  });

  test.each([
    [[]],
    [['']],
    [['Name', 'Price']],
    [['x'.repeat(100_000)]],
    [Array.from({ length: 5000 }, () => 'a')],
  ])(
    'without known columns is refused by a sentence of bearable length that names what is wanted (%#)',
    (header) => {
      let message = '';
      try {
        recogniseHeader(header);
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
        message = (error as DomainError).message;
      }
      expect(message).toMatch(/ITEMNUMBER, WAREHOUSEID, ITEMSERIALNUMBER, ONHANDQUANTITY/);
      expect(message).toMatch(/GROUPNAME, SERIALNUMBERCAPTURINGOPERATION/);
      expect(message.length).toBeLessThan(700);
    },
  );
});
