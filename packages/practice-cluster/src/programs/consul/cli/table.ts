const GAP = '  ';

/** Columns as wide as their widest cell, the last one as it is. @public */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(row => {
      const cells = row.map((cell, column) =>
        column === row.length - 1 ? cell : cell.padEnd(widths[column]),
      );
      return `${cells.join(GAP)}\n`;
    })
    .join('');
}
