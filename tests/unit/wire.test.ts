import { describe, expect, test } from 'vitest';
import { fromWireRequest, inOnePiece, readBody, toWireRequest } from '../../src-main/core/wire.ts';

const streamOf = (...pieces: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start: (controller) => {
      for (const piece of pieces) controller.enqueue(piece);
      controller.close();
    },
  });

describe('a body that is read whole', () => {
  test('is the same memory where it comes in one piece, also through a request and back', async () => {
    const bytes = new Uint8Array([1, 2, 3]).buffer;
    expect(await readBody(inOnePiece(bytes))).toBe(bytes);
    const wire = { url: 'http://127.0.0.1/api', method: 'PUT', headers: [], body: bytes };
    expect((await toWireRequest(fromWireRequest(wire))).body).toBe(bytes);
  });

  test('is joined in order, and what its pieces held is let go of', async () => {
    const pieces = [new Uint8Array([1, 2]), new Uint8Array([3]), new Uint8Array([4, 5])];
    expect(new Uint8Array((await readBody(streamOf(...pieces))) ?? [])).toEqual(
      new Uint8Array([1, 2, 3, 4, 5]),
    );
    expect(pieces.map(({ buffer }) => buffer.detached)).toEqual([true, true, true]);
  });

  test('takes only its part of memory that holds more', async () => {
    const slab = new Uint8Array([9, 1, 2, 9]);
    expect(new Uint8Array((await readBody(streamOf(slab.subarray(1, 3)))) ?? [])).toEqual(
      new Uint8Array([1, 2]),
    );
    await readBody(streamOf(slab.subarray(1, 2), slab.subarray(2, 3)));
    expect(slab).toEqual(new Uint8Array([9, 1, 2, 9]));
  });

  test('is null or empty where there is none', async () => {
    expect(await readBody(null)).toBeNull();
    expect((await readBody(inOnePiece(new ArrayBuffer(0))))?.byteLength).toBe(0);
  });

  test('ends where the check throws', async () => {
    const seen: number[] = [];
    const reading = readBody(streamOf(new Uint8Array(2), new Uint8Array(2), new Uint8Array(2)), (bytes) => {
      seen.push(bytes);
      if (bytes > 3) throw new Error('enough');
    });
    await expect(reading).rejects.toThrow('enough');
    expect(seen).toEqual([2, 4]);
  });
});
