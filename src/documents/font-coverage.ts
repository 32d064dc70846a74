/**
 * The characters that a TrueType font has a glyph for, read from its `cmap` table (formats 4 and 12, OpenType
 * specification). PDF/A forbids text without a glyph, so what is missing has to be known before the page is set.
 */
export function coverageOf(font: Uint8Array): ReadonlySet<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableOffset(view, 'cmap');
  const covered = new Set<number>();
  for (let index = 0; index < view.getUint16(cmap + 2); index++) {
    const subtable = cmap + view.getUint32(cmap + 4 + index * 8 + 4);
    const format = view.getUint16(subtable);
    if (format === 4) readSegments(view, subtable, covered);
    if (format === 12) readGroups(view, subtable, covered);
  }
  return covered;
}

function tableOffset(view: DataView, tag: string): number {
  for (let index = 0; index < view.getUint16(4); index++) {
    const entry = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((place) => view.getUint8(entry + place)));
    if (name === tag) return view.getUint32(entry + 8);
  }
  throw new RangeError(`font without table ${tag}`);
}

function readSegments(view: DataView, subtable: number, covered: Set<number>): void {
  const double = view.getUint16(subtable + 6);
  const ends = subtable + 14;
  const starts = ends + double + 2;
  const deltas = starts + double;
  const ranges = deltas + double;
  for (let segment = 0; segment < double; segment += 2) {
    const end = view.getUint16(ends + segment);
    const start = view.getUint16(starts + segment);
    const delta = view.getUint16(deltas + segment);
    const range = view.getUint16(ranges + segment);
    for (let code = start; code <= end && code !== 0xffff; code++) {
      const raw = range === 0 ? code : view.getUint16(ranges + segment + range + (code - start) * 2);
      if (raw !== 0 && ((raw + delta) & 0xffff) !== 0) covered.add(code);
    }
  }
}

function readGroups(view: DataView, subtable: number, covered: Set<number>): void {
  for (let index = 0; index < view.getUint32(subtable + 12); index++) {
    const group = subtable + 16 + index * 12;
    const glyph = view.getUint32(group + 8);
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code++) {
      if (glyph !== 0) covered.add(code);
    }
  }
}
