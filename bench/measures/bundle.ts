import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Result } from '../results/Result';
import { decodeMappings } from './decodeMappings';

const OURS = /\/plugins\/stateful-apps(-common)?\/src\//;
const FIRST_LOAD_GZIP = 60_000;

/** What our packages add to the scripts that the built app loads before anything else; nothing where the app is not built. */
export function measureBundle(checkout: string): Result[] {
  const dist = join(checkout, 'packages', 'app', 'dist');
  const page = join(dist, 'index.html');
  if (!existsSync(page)) {
    console.log('# packages/app is not built: B12 is left out');
    return [];
  }
  const scripts = [
    ...readFileSync(page, 'utf8').matchAll(
      /<script[^>]*src="[^"]*?(static\/[^"]+\.js)"/g,
    ),
  ].map(([, path]) => join(dist, path));
  const added = scripts.map(ourPart).join('\n');
  return [
    {
      id: 'B12',
      measure: 'our code in the app’s first load, gzip',
      size: `${scripts.length} scripts`,
      unit: 'B',
      ours: gzipSync(added).length,
      goal: { kind: 'most', atMost: FIRST_LOAD_GZIP },
    },
  ];
}

/** Those stretches of a minified script that come from our sources, by its source map. */
function ourPart(script: string): string {
  const map = `${script}.map`;
  if (!existsSync(map)) throw new Error(`There is no source map ${map}.`);
  const { sources, mappings } = JSON.parse(readFileSync(map, 'utf8'));
  const lines = readFileSync(script, 'utf8').split('\n');
  const ours: boolean[] = sources.map((source: string) =>
    OURS.test(`/${source}`),
  );
  const parts: string[] = [];
  let last: { line: number; column: number; mine: boolean } | undefined;
  for (const { line, column, source } of decodeMappings(mappings)) {
    if (last?.mine) {
      const end = last.line === line ? column : undefined;
      parts.push(lines[last.line].slice(last.column, end));
    }
    last = { line, column, mine: source !== undefined && ours[source] };
  }
  if (last?.mine) parts.push(lines[last.line].slice(last.column));
  return parts.join('');
}
