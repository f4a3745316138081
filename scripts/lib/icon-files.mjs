/**
 * Windows' icon container: a directory of 16-byte entries, then the PNGs.
 * @param {readonly { side: number, png: Buffer }[]} images `side` in pixels, at most 256
 */
export function ico(images) {
  const head = Buffer.alloc(6 + 16 * images.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(images.length, 4);
  let offset = head.length;
  for (const [index, { side, png }] of images.entries()) {
    const at = 6 + 16 * index;
    // One byte each: 0 stands for 256.
    head.writeUInt8(side % 256, at);
    head.writeUInt8(side % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...images.map(({ png }) => png)]);
}

/**
 * macOS' icon container: chunks of a type, their length with these 8 bytes, and a PNG.
 * @param {readonly { type: string, png: Buffer }[]} images
 */
export function icns(images) {
  return chunk('icns', Buffer.concat(images.map(({ type, png }) => chunk(type, png))));
}

/**
 * @param {string} type four letters
 * @param {Buffer} content
 */
function chunk(type, content) {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + content.length, 4);
  return Buffer.concat([head, content]);
}
