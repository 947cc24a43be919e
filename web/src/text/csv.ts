/** Just enough CSV (RFC 4180) to show the cell that the platform found wrong; lines count from 1, the header's. */

/** A look-up of cells by the line their row begins on and by column name; keeps only the lines asked for. */
export function cellsOf(text: string, lines: ReadonlySet<number>): (line: number, column: string) => string | undefined {
  const kept = new Map<number, string[]>();
  let header: string[] | undefined;
  for (const { line, cells } of rows(text)) {
    header ??= cells.map((cell) => cell.trim().toLowerCase());
    if (lines.has(line)) kept.set(line, cells);
  }
  return (line, column) => kept.get(line)?.[header?.indexOf(column) ?? -1];
}

function* rows(text: string): Generator<{ line: number; cells: string[] }> {
  let cells: string[] = [];
  let cell = "";
  let quoted = false;
  let line = 1;
  let begun = 1;
  const whole = text.startsWith("\uFEFF") ? text.slice(1) : text;
  for (let at = 0; at < whole.length; at++) {
    const letter = whole[at]!;
    if (letter === "\n") line++;
    if (quoted) {
      if (letter !== '"') cell += letter;
      else if (whole[at + 1] === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (letter === '"' && cell === "") quoted = true;
    else if (letter === ",") {
      cells.push(cell);
      cell = "";
    } else if (letter === "\n") {
      cells.push(cell.replace(/\r$/, ""));
      yield { line: begun, cells };
      [cells, cell, begun] = [[], "", line];
    } else cell += letter;
  }
  if (cell !== "" || cells.length > 0) yield { line: begun, cells: [...cells, cell] };
}
