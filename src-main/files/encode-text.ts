/** Characters collected before they are encoded. */
const BLOCK = 256 * 1024;

/** Encodes texts as UTF-8, in blocks. */
export function* utf8(texts: Iterable<string>): Generator<Uint8Array, void, undefined> {
  const encoder = new TextEncoder();
  for (const block of blocks(texts)) yield encoder.encode(block);
}

/** Encodes texts as UTF-16, the low byte first, with the byte order mark: what Dynamics calls Unicode. */
export function* utf16(texts: Iterable<string>): Generator<Uint8Array, void, undefined> {
  yield Buffer.from('\uFEFF', 'utf16le');
  for (const block of blocks(texts)) yield Buffer.from(block, 'utf16le');
}

function* blocks(texts: Iterable<string>): Generator<string, void, undefined> {
  let block = '';
  for (const text of texts) {
    block += text;
    if (block.length < BLOCK) continue;
    yield block;
    block = '';
  }
  yield block;
}
