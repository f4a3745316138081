import { describe, expect, test } from 'vitest';
import { captures, readCapture } from '../../src-main/domain/capture.ts';
import { capturePath } from '../../src-main/domain/capture-path.ts';
import { settingsWith } from '../fixtures/tracking-settings.ts';

describe('Capture serial number in a file', () => {
  test.each(
    captures.flatMap((name) => [name, name.toUpperCase(), name.toLowerCase()].map((text) => [text, name])),
  )('%s is %s', (text, value) => {
    expect(readCapture(text)).toEqual({ value });
  });

  test.each([
    ['0', /is a number.*None, Picking or Packing/],
    ['2', /is a number.*None, Picking or Packing/],
    ['Receiving', /choose None/],
    ['RECEIVING', /choose None/],
    ['Shipping', /^Write None, Picking or Packing\.$/],
    ['', /^Write None, Picking or Packing\.$/],
    ['Picking ', /^Write None, Picking or Packing\.$/],
    ['constructor', /^Write None, Picking or Packing\.$/],
  ])('%j is refused with what to write', (text, sentence) => {
    const read = readCapture(text);
    expect('problem' in read ? read.problem : read).toMatch(sentence);
  });
});

describe('the capture path', () => {
  test.each([
    [false, false, 'None', undefined, 'Serial number is not tracked', ''],
    [
      true,
      false,
      'None',
      'Receive',
      'Serial number is asked at receiving',
      /^Even where blank receipt is allowed/,
    ],
    [true, false, 'Picking', 'Pick', 'Serial number is asked at picking', /^On-hand stays blank until then/],
    [true, false, 'Packing', 'Pack', 'Serial number is asked at packing', /^On-hand stays blank until then/],
    [
      false,
      true,
      'None',
      'Ship',
      'Serial number is asked on the sales document',
      'On-hand never carries it.',
    ],
    [false, true, 'Picking', 'Pick', 'Serial number is asked at picking', 'kept on the sales line'],
    [false, true, 'Packing', 'Pack', 'Serial number is asked at packing', 'kept on the sales line'],
  ] as const)(
    'active %s, in sales process %s, %s: %s',
    (active, salesProcess, capture, step, sentence, note) => {
      const path = capturePath(
        settingsWith({
          'serialNumber.active': active,
          'serialNumber.activeInSalesProcess': salesProcess,
          captureSerialNumber: capture,
        }),
      );
      expect(path).toMatchObject({ step, sentence });
      expect(path.note).toMatch(note);
    },
  );
});
