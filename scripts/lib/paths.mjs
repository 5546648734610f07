import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Everything that the scripts make and nobody needs to keep. */
export const cache = join(root, '.cache');

/** Programs that the scripts fetched. */
export const tools = join(cache, 'tools');
