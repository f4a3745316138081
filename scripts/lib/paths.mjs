// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The top of the repository. */
export const top = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/**
 * A path below the top of the repository.
 * @param {...string} segments
 * @returns {string}
 */
export const path = (...segments) => join(top, ...segments);
