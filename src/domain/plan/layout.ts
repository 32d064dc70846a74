import { markerOf } from './markers.ts';
import type { SourceLine } from './source-lines.ts';

/** Whether the text keeps the lines of the printed page, and how wide these are. */
export interface Layout {
  readonly wrapped: boolean;
  /** Letters of a full line; without meaning where the text is not wrapped. */
  readonly width: number;
  readonly indent: number;
}

export const endsSentence = (text: string): boolean => /[.;:!?…]["”’)\]]?\s?$/u.test(text.slice(-4));
export const startsSmall = (text: string): boolean => /^[\p{Ll},.;:)%/”…]/u.test(text.slice(0, 2));

const WIDEST = 400;

/** The length below which the given share of the lines lies; by counting, so that time stays proportional. */
function lengthAtShare(lengths: readonly number[], share: number): number {
  const counts = new Uint32Array(WIDEST + 1);
  for (const length of lengths) counts[Math.min(length, WIDEST)]!++;
  let left = Math.ceil(lengths.length * share);
  for (let length = 0; length <= WIDEST; length++) {
    left -= counts[length]!;
    if (left <= 0) return length;
  }
  return WIDEST;
}

/** A text is wrapped where sentences run over many line ends and hardly a line is longer than a page is wide. */
export function layoutOf(lines: readonly SourceLine[]): Layout {
  let broken = 0;
  let pairs = 0;
  for (let at = 1; at < lines.length; at++) {
    const [above, here] = [lines[at - 1]!, lines[at]!];
    if (above.text.length < 30 || above.cells) continue;
    pairs++;
    if (!endsSentence(above.text) && startsSmall(here.text) && !markerOf(here.text)) broken++;
  }
  const width = lengthAtShare(
    lines.filter((line) => line.text.length > 30).map((line) => line.text.length),
    0.9,
  );
  const widest = lengthAtShare(
    lines.filter((line) => line.text.length > 30).map((line) => line.text.length),
    0.98,
  );
  const narrow = widest < 125 && broken > 1;
  const indents = lines.map((line) => line.indent);
  return {
    wrapped: pairs > 0 && (narrow || (broken / pairs >= 0.2 && width < 160)),
    width,
    indent: lengthAtShare(indents, 0.6),
  };
}

/** Whether the line was broken although the next word would have had room: the writer's own break. */
export function brokenOnPurpose(layout: Layout, above: string, next: string): boolean {
  const space = next.indexOf(' ');
  const word = space < 0 ? next.length : space;
  return above.length + 1 + word <= layout.width * 0.86;
}
