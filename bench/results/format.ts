import { goalText, judge, ratioOf, Result } from './Result';

const HEADER = [
  'id',
  'measure',
  'size',
  'unit',
  'plugin-kubernetes',
  'ours',
  'ratio',
  'goal',
  'reached',
];

/** The results as comma-separated values. */
export function toCsv(results: Result[]): string {
  return [HEADER, ...results.map(cells)]
    .map(row => row.map(cell => `"${cell.replaceAll('"', '""')}"`).join(','))
    .join('\n');
}

/** The results as a table of Markdown. */
export function toMarkdown(results: Result[]): string {
  const line = (row: string[]) => `| ${row.join(' | ')} |`;
  return [
    line(HEADER),
    line(HEADER.map((_, i) => (i >= 4 && i <= 6 ? '---:' : '---'))),
    ...results.map(result => line(cells(result))),
  ].join('\n');
}

/** The results in columns, for a terminal. */
export function toText(results: Result[]): string {
  const rows = [HEADER, ...results.map(cells)];
  const widths = HEADER.map((_, i) =>
    Math.max(...rows.map(row => row[i].length)),
  );
  return rows
    .map(row =>
      row
        .map((cell, i) =>
          i >= 4 && i <= 6 ? cell.padStart(widths[i]) : cell.padEnd(widths[i]),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function cells(result: Result): string[] {
  const ratio = ratioOf(result);
  return [
    result.id,
    result.measure,
    result.size,
    result.unit,
    result.incumbent === undefined ? '-' : number(result.incumbent),
    number(result.ours),
    ratio === undefined ? '-' : `${number(ratio)}×`,
    goalText(result.goal),
    judge(result) ?? '',
  ];
}

function number(value: number): string {
  if (!Number.isFinite(value)) return '∞';
  if (value >= 100) return Math.round(value).toLocaleString('en-US');
  return value.toPrecision(3).replace(/\.?0+$/, '');
}
