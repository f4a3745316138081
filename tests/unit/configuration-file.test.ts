import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameKey } from '../../src-main/domain/name-key.ts';
import { groupInputSchema, type GroupInput } from '../../src-main/domain/tracking-dimension-group.ts';
import { readConfigurationJson, writeConfigurationJson } from '../../src-main/files/configuration-file.ts';
import { csvOf, groupList } from '../../src-main/files/configuration-lists.ts';
import { readCsv } from '../../src-main/files/csv-reader.ts';
import { csvLine, readSpreadsheetText, spreadsheetText } from '../../src-main/files/csv-writer.ts';
import { anySettings, settingsWith } from '../fixtures/tracking-settings.ts';

const group = fc.record({
  name: fc
    .string({ minLength: 1, maxLength: 10 })
    .filter((name) => groupInputSchema.shape.name.safeParse(name).success),
  description: fc.string({
    maxLength: 60,
    unit: fc.constantFrom('a', '"', ',', 'é', '<b>', '=', ' ').map((sign) => sign[0] ?? ''),
  }),
  settings: anySettings,
});

const groups: fc.Arbitrary<GroupInput[]> = fc
  .uniqueArray(group, { maxLength: 5, selector: ({ name }) => nameKey(name.trim()) })
  .map((all) => all.map((one) => groupInputSchema.parse(one)));

/** The columns of the entity Tracking dimension groups, as Dynamics 365 writes them. */
const columns = [
  'GROUPNAME',
  'GROUPDESCRIPTION',
  'SERIALNUMBERCAPTURINGOPERATION',
  'ISSERIALNUMBERCONTROLENABLED',
  'ISSERIALNUMBERACTIVE',
  'ISSERIALNUMBERENABLEDFORSALESPROCESS',
  'ISSERIALNUMBERENABLEDFORPRODUCTIONCONSUMPTIONPROCESS',
  'ISBLANKISSUEALLOWEDFORSERIALNUMBER',
  'ISBLANKRECEIPTALLOWEDFORSERIALNUMBER',
  'ISCOVERAGEPLANENABLEDFORSERIALNUMBER',
  'ISFINANCIALINVENTORYENABLEDFORSERIALNUMBER',
  'ISPHYSICALINVENTORYENABLEDFORSERIALNUMBER',
  'ISPRIMARYSTOCKINGENABLEDFORSERIALNUMBER',
  'ISPURCHASEPRICEBYSERIALNUMBER',
  'ISSALESPRICEBYSERIALNUMBER',
  'ISBATCHNUMBERACTIVE',
  'ISBLANKISSUEALLOWEDFORBATCHNUMBER',
  'ISBLANKRECEIPTALLOWEDFORBATCHNUMBER',
  'ISCOVERAGEPLANENABLEDFORBATCHNUMBER',
  'ISFINANCIALINVENTORYENABLEDFORBATCHNUMBER',
  'ISPHYSICALINVENTORYENABLEDFORBATCHNUMBER',
  'ISPRIMARYSTOCKINGENABLEDFORBATCHNUMBER',
  'ISPURCHASEPRICEBYBATCHNUMBER',
  'ISSALESPRICEBYBATCHNUMBER',
  'ISINVENTORYOWNERACTIVE',
  'ISINVENTORYPROFILEACTIVE',
  'ISCOVERAGEPLANENABLEDFORINVENTORYPROFILE',
  'ISGTDACTIVE',
];

describe('the app’s own format', () => {
  test('gives the same groups back, and the same bytes on the next export', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const text = writeConfigurationJson(all);
        const read = readConfigurationJson(text).trackingDimensionGroups.map((one) =>
          groupInputSchema.parse(one),
        );
        expect(new Map(read.map((one) => [one.name, one]))).toEqual(
          new Map(all.map((one) => [one.name, one])),
        );
        expect(writeConfigurationJson([...read].reverse())).toBe(text);
        expect(writeConfigurationJson(all.map(shuffled))).toBe(text);
      }),
    );
  });

  test('reads well in a comparison: one setting a line, and a line end at the end', () => {
    const text = writeConfigurationJson([{ name: 'Ser', description: '', settings: settingsWith({}) }]);
    expect(text).toMatch(/^\{\n {2}"format": "serial-capture-desk-configuration",\n {2}"version": 1,\n/);
    expect(text).toContain('\n          "blankReceiptAllowed": false,\n');
    expect(text.endsWith('}\n')).toBe(true);
  });

  test.each([
    ['{"format":', /not a complete JSON file/],
    ['{}', /not a configuration of Serial Capture Desk/],
    ['{"format":"other","version":1}', /not a configuration of Serial Capture Desk/],
    ['{"format":"serial-capture-desk-configuration","version":"1"}', /not a configuration/],
    ['{"format":"serial-capture-desk-configuration","version":2}', /version 2.*Update the app/],
    [
      '{"format":"serial-capture-desk-configuration","version":1,"trackingDimensionGroups":{}}',
      /not a configuration/,
    ],
  ])('refuses %s', (text, sentence) => {
    expect(() => readConfigurationJson(text)).toThrow(sentence);
  });

  function shuffled(one: GroupInput): GroupInput {
    const { settings, ...rest } = one;
    return {
      settings: Object.fromEntries(Object.entries(settings).reverse()) as GroupInput['settings'],
      ...rest,
    };
  }
});

describe('the CSV of Dynamics 365', () => {
  const csvText = (all: readonly GroupInput[]): string => [...csvOf(groupList(all))].join('');

  test('has the 28 columns of the entity, CRLF, Yes and No', () => {
    const text = csvText([
      {
        name: 'SerPick',
        description: 'Serial, "late"',
        settings: settingsWith({ 'serialNumber.active': true, captureSerialNumber: 'Picking' }),
      },
    ]);
    const [header, row, end] = text.split('\r\n');
    expect(header?.split(',')).toEqual(columns);
    expect(columns).toHaveLength(28);
    expect(row).toBe(`SerPick,"Serial, ""late""",Picking,No,Yes${',No'.repeat(23)}`);
    expect(end).toBe('');
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  test('is read back field by field', () => {
    fc.assert(
      fc.property(groups, (all) => {
        const [, ...rows] = [...readCsv([csvText(all)], ',')].flat();
        expect(rows.map(({ fields }) => fields.slice(0, 3))).toEqual(
          all.map(({ name, description, settings }) => [name, description, settings.captureSerialNumber]),
        );
      }),
    );
  });
});

describe('texts for spreadsheets', () => {
  test('never begin with a sign that runs them, and are read back exactly', () => {
    const text = fc.string({
      unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', '1'),
      maxLength: 5,
    });
    fc.assert(
      fc.property(text, (written) => {
        const shown = spreadsheetText(written);
        expect(shown).not.toMatch(/^[=+\-@\t\r]/);
        expect(readSpreadsheetText(shown)).toBe(written);
      }),
    );
  });

  test('are left alone where nothing runs', () => {
    expect(['', 'a=b', '17', "'t Hof"].map(spreadsheetText)).toEqual(['', 'a=b', '17', "'t Hof"]);
    expect(spreadsheetText('=HYPERLINK("x")')).toBe(`'=HYPERLINK("x")`);
  });
});

test('a line quotes what needs it and nothing else', () => {
  expect(csvLine(['a', '', 'b c', 'd,e', 'f"g', 'h\ni', "'=x"])).toBe(`a,,b c,"d,e","f""g","h\ni",'=x`);
});
