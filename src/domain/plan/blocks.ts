import { fold } from './fold.ts';
import { brokenOnPurpose, endsSentence, type Layout, startsSmall } from './layout.ts';
import { DASH_COMPOUNDS } from './lexicon/compounds.ts';
import { INLINE_HEADING } from './lexicon/headings.ts';
import { type Marker, markerOf } from './markers.ts';
import type { DoubtCode } from './reading.ts';
import { roleOfHeading } from './roles.ts';
import type { SourceLine } from './source-lines.ts';
import type { TaskRow } from './task-rows.ts';
import { namesUnit, unitLead } from './units.ts';

/** A paragraph, item or heading, put together from its printed lines. */
export interface Block {
  readonly marker: Marker | null;
  /** Without the mark. */
  readonly text: string;
  readonly folded: string;
  readonly from: number;
  readonly to: number;
  readonly hashes: number;
  readonly bold: boolean;
  readonly caps: boolean;
  readonly cells: readonly string[] | null;
  /** Cells of a row whose columns only runs of spaces hold apart. */
  readonly columns: readonly string[] | null;
  /** Where the block is a row of a table that gives work. */
  readonly row: TaskRow | null;
  readonly footnote: boolean;
  readonly doubts: readonly DoubtCode[];
}

interface Draft {
  readonly marker: Marker | null;
  readonly pieces: string[];
  readonly first: SourceLine;
  last: SourceLine;
  bold: boolean;
  caps: boolean;
  joined: boolean;
  readonly footnote: boolean;
}

const FOOTNOTE =
  /^(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s?|\[\^?\d{1,2}\]:?\s|\(\d{1,2}\)\s(?=\p{Lu})|\d{1,2}\s(?=(?:Quyết định|Thông báo|Kế hoạch|Nghị quyết|Chỉ thị|Công văn|Thông tư|Nghị định|Luật|Theo|Gồm|Số liệu)\s))/u;
const ALWAYS_NEW =
  /^(?:tren day la |noi nhan ?:|phu luc(?: [ivx\d]+)?$|quyet dinh ?:$|kinh gui ?:|can cu (?:luat|nghi|quyet|ke|thong|chi|van|cong|chuong|huong|hien|bo))/u;
/** The plan's own sentence below the bases. */
const OWN_SENTENCE =
  /^(?:nay )?(?:ubnd|uy ban nhan dan|so|phong|ban chi dao) .{0,120}(?:xay dung|ban hanh|trien khai) .{0,60}(?:ke hoach|nhu sau)/u;
const GOES_ON =
  /(?:,|[(“"‘[]|(?:^|\s)(?:và|của|các|về|tại|theo|hoặc|cho|số|ngày|năm|tháng|với|trong|từ|đến|là|do|tiêu chí|khoản|điểm|mục|điều|lớp|quý|những|một|có|được|để|ở|trên|phù|bảo|Thủ|Ủy|Hội đồng|Ủy ban|Bộ|Sở|Phòng))$/iu;
const AWAITS_NUMBER =
  /(?:^|[\s(,;])(?:tiêu chí|số|ngày|tháng|năm|khoản|điều|điểm|mục|phần|quý|lớp|từ|đến|và|hoặc|cấp|tuổi|dưới|trên|khóa|\d+,)$/iu;
const LOST_LETTERS = / [bcdđghklmnpqrstvx] [bcdđghklmnpqrstvx](?=[ .,;:]|$)/u;
const NUMBER_CUT = /\d{1,5}\s?\/[\p{L}\d&/-]{0,20}[-/]$|\d[/-]$/u;

const allCaps = (text: string): boolean => {
  const start = text.length > 300 ? text.slice(0, 300) : text;
  return start.toUpperCase() === start && start.toLowerCase() !== start;
};

function isCompound(above: string, rest: string): boolean {
  const [left, right] = [fold(above.slice(-30)), fold(rest.slice(0, 30))];
  return DASH_COMPOUNDS.some(([first, second]) => left.endsWith(first) && right.startsWith(second));
}

/** Numbers are expected in their order; anything else at the beginning of a printed line may be a figure of the sentence. */
function expected(marker: Marker, seen: ReadonlyMap<string, number>): boolean {
  const last = seen.get(marker.style);
  if (marker.order === 1) return true;
  return last !== undefined && marker.order > last && marker.order <= last + 3;
}

function realMarker(
  line: SourceLine,
  marker: Marker,
  above: Draft | null,
  seen: ReadonlyMap<string, number>,
  layout: Layout,
): boolean {
  if (marker.style === 'upper' && !expected(marker, seen)) return false;
  if (!above || above.first.cells || line.hashes || line.bold !== above.last.bold) return true;
  const before = above.last.text;
  const rest = line.text.slice(marker.length);
  const unfinished = !endsSentence(before);
  if (marker.order === 0) {
    if (marker.style !== '-') return true;
    if (isCompound(before, rest)) return false;
    const cut =
      unfinished &&
      startsSmall(rest) &&
      (layout.wrapped ? !brokenOnPurpose(layout, before, line.text) : GOES_ON.test(before));
    return !cut;
  }
  if (AWAITS_NUMBER.test(before)) return false;
  if (!unfinished || expected(marker, seen))
    return !(unfinished && marker.style.startsWith('letter') && !expected(marker, seen));
  return !layout.wrapped || brokenOnPurpose(layout, before, line.text);
}

/** A single line that is a heading by itself, so that what follows begins anew although no sentence has ended. */
function headsAlone(draft: Draft): boolean {
  if (draft.pieces.length > 1) return false;
  const text = draft.pieces[0]!;
  if (text.length > 120) return false;
  const folded = fold(text);
  return (
    (roleOfHeading(folded) !== null && text.length < 80) || INLINE_HEADING.test(folded) || namesUnit(text)
  );
}

/** "Công an xã: …" at the beginning of a line. */
function addressesUnit(text: string): boolean {
  const colon = text.slice(0, 120).indexOf(': ');
  return colon > 0 && unitLead(text, 'commune')?.form === 'colon';
}

function goesOn(line: SourceLine, above: Draft, layout: Layout): boolean {
  const before = above.last;
  if (line.cells || before.cells || line.hashes || before.hashes) return false;
  if (
    ALWAYS_NEW.test(line.folded.slice(0, 40)) &&
    (endsSentence(before.text) || /^(?:tren day|noi nhan|phu luc|quyet dinh)/u.test(line.folded))
  )
    return false;
  const ended = endsSentence(before.text);
  if (ended && (OWN_SENTENCE.test(line.folded.slice(0, 200)) || addressesUnit(line.text))) return false;
  if (allCaps(line.text)) {
    return !ended && (above.caps || above.pieces[0] === '') && line.text.length < 120;
  }
  if (startsSmall(line.text)) {
    if (layout.wrapped)
      return !(
        headsAlone(above) &&
        brokenOnPurpose(layout, before.text, line.text) &&
        line.gap > 0 &&
        above.marker !== null &&
        ended
      );
    if (/[.!?:]$/u.test(before.text)) return /^[,.;:)%/”…]/u.test(line.text);
    return !(headsAlone(above) && above.marker !== null && before.text.length < 60);
  }
  if (NUMBER_CUT.test(before.text.slice(-30))) return true;
  if (allCaps(before.text) && before.text.length > 3) return false;
  if (layout.wrapped) {
    if (/\.\/\.?["”]?$/u.test(before.text)) return false;
    if (line.indent > layout.indent + 3 && ended) return false;
    const onPurpose = brokenOnPurpose(layout, before.text, line.text);
    if (ended)
      return (
        !onPurpose &&
        !(/:$/u.test(before.text) && (above.marker === null || /(?:sau|gồm) ?:$/u.test(before.text)))
      );
    if (!onPurpose) return !(headsAlone(above) && before.text.length < layout.width * 0.8);
    return GOES_ON.test(before.text) && !headsAlone(above);
  }
  if (ended) return false;
  if (GOES_ON.test(before.text) && !headsAlone(above)) return true;
  return before.text.length > 150 && line.text.length > 0 && !headsAlone(above);
}

function joinPieces(pieces: readonly string[]): string {
  if (pieces.length === 1) return pieces[0]!;
  let text = '';
  let tail = '';
  for (const piece of pieces) {
    const glued = text === '' || (NUMBER_CUT.test(tail) && /^[\p{L}\d]/u.test(piece));
    text += glued ? piece : ` ${piece}`;
    tail = piece.slice(-30);
  }
  return text;
}

/** Cells that tabs or runs of spaces hold apart, where there are several. */
export function columnsOf(raw: string): readonly string[] | null {
  if (raw.length > 400 || !raw.includes('   ')) return null;
  const cells = raw.trim().split(/ {3,}/u);
  return cells.length > 1 ? cells : null;
}

function blockOf(draft: Draft): Block {
  const text = joinPieces(draft.pieces);
  const doubts: DoubtCode[] = [];
  if (LOST_LETTERS.test(text)) doubts.push('letters_lost');
  if (draft.joined) doubts.push('joined_over_break');
  return {
    marker: draft.marker,
    text,
    folded: draft.pieces.length === 1 && !draft.marker ? draft.first.folded : fold(text),
    from: draft.first.no,
    to: draft.last.no,
    hashes: draft.first.hashes,
    bold: draft.bold,
    caps: allCaps(text),
    cells: draft.first.cells,
    columns: draft.pieces.length === 1 ? columnsOf(draft.first.raw) : null,
    row: draft.first.row ?? null,
    footnote: draft.footnote,
    doubts,
  };
}

/** Puts printed lines together to paragraphs, over page breaks and round footnotes. */
export function blocksOf(lines: readonly SourceLine[], layout: Layout): readonly Block[] {
  const drafts: Draft[] = [];
  const seen = new Map<string, number>();
  let flow: Draft | null = null;
  let note: Draft | null = null;
  const begin = (line: SourceLine, marker: Marker | null, footnote = false): Draft => {
    const text = marker ? line.text.slice(marker.length) : line.text;
    const draft: Draft = {
      marker,
      pieces: [text],
      first: line,
      last: line,
      bold: line.bold,
      caps: allCaps(text),
      joined: false,
      footnote,
    };
    drafts.push(draft);
    if (marker) {
      seen.set(marker.style, marker.order);
      if (marker.rank <= 3)
        for (const style of [...seen.keys()])
          if (/^(?:arabic|decimal|letter)/u.test(style)) seen.delete(style);
    }
    return draft;
  };
  const extend = (draft: Draft, line: SourceLine, broken: boolean): void => {
    draft.pieces.push(line.text);
    draft.bold &&= line.bold;
    draft.caps = (draft.caps || draft.pieces[0] === '') && allCaps(line.text);
    draft.joined ||= broken;
    draft.last = line;
  };
  for (const line of lines) {
    if (line.cells && flow?.first.cells === line.cells) {
      flow.last = line;
      flow.pieces.push('|', line.text);
      continue;
    }
    const marker = line.cells ? null : markerOf(line.text);
    if (
      FOOTNOTE.test(line.text) &&
      (flow === null || /^[¹²³⁴⁵⁶⁷⁸⁹⁰[]/u.test(line.text) || !endsSentence(flow.last.text))
    ) {
      note = begin(line, null, true);
      continue;
    }
    const real = marker !== null && realMarker(line, marker, note ?? flow, seen, layout);
    if (real) {
      flow = begin(line, marker);
      note = null;
      continue;
    }
    if (note) {
      const resumes =
        flow !== null &&
        !endsSentence(flow.last.text) &&
        endsSentence(note.last.text) &&
        goesOn(line, flow, layout);
      if (!resumes && layout.wrapped && !endsSentence(note.last.text)) {
        extend(note, line, false);
        continue;
      }
      note = null;
      if (resumes && flow) {
        extend(flow, line, true);
        continue;
      }
      flow = begin(line, null);
      continue;
    }
    if (flow && goesOn(line, flow, layout)) extend(flow, line, !layout.wrapped && line.gap > 0);
    else flow = begin(line, null);
  }
  return drafts.map(blockOf);
}
