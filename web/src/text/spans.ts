/**
 * Evidence in a text. The API counts Unicode scalar values, a browser's strings count UTF-16 units; everything here
 * takes the first and gives the second.
 */

export interface Span {
  /** What the span is evidence of. */
  field: string;
  /** First character, in scalar values. */
  start: number;
  /** One past the last. */
  end: number;
}

export interface Piece {
  text: string;
  /** Fields this piece is evidence of, in the order the spans were given. */
  fields: string[];
}

/** Where each scalar value begins, in UTF-16 units; the last entry is the text's length. */
export function utf16Offsets(text: string): number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const scalar of text) {
    offsets.push(at);
    at += scalar.length;
  }
  offsets.push(at);
  return offsets;
}

/** The text in pieces, cut wherever a span begins or ends. Spans that do not lie in the text are left out. */
export function pieces(text: string, spans: Span[]): Piece[] {
  const offsets = utf16Offsets(text);
  const last = offsets.length - 1;
  const sound = spans.filter((span) => 0 <= span.start && span.start < span.end && span.end <= last);
  const cuts = [...new Set([0, last, ...sound.flatMap((span) => [span.start, span.end])])].sort((a, b) => a - b);
  const found: Piece[] = [];
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!];
    const covering = sound.filter((span) => span.start <= from && to <= span.end);
    found.push({ text: text.slice(offsets[from], offsets[to]), fields: [...new Set(covering.map((span) => span.field))] });
  }
  return found;
}

/** A line this long was broken by a mail program, not by its writer. */
const FULL_LINE = 50;

/**
 * A mail's text with the line breaks of its mail program as spaces. One sign stands for one sign, so that every span keeps
 * its place.
 */
export function unwrapped(text: string): string {
  const lines = text.split("\n");
  const isProse = (line: string | undefined) => line !== undefined && /^[^\s>*\-–•|]/.test(line);
  return lines
    .map((line, at) => {
      if (at === lines.length - 1) return line;
      const next = lines[at + 1];
      const joined = line.trimEnd().length >= FULL_LINE && isProse(line) && isProse(next);
      return `${line}${joined ? " " : "\n"}`;
    })
    .join("");
}
