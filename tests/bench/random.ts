/** Scatters a whole number over 32 bits: the same number always gives the same result, so every run has the same data. */
export function scatter(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x21f0aaad);
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** Makes a source of whole numbers from 0 to below a limit, the same ones in every run. */
export function createRandom(seed: number): (limit: number) => number {
  let step = scatter(seed);
  return (limit) => {
    step = (step + 0x9e3779b9) | 0;
    return scatter(step) % Math.max(1, limit);
  };
}
