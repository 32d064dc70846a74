import { type Block, blocksOf, columnsOf } from './blocks.ts';
import { legalBasesOf } from './citations.ts';
import { ownerInRow } from './criteria.ts';
import { type DueContext, deadlinesOf, deadlinesOfRow, subjectOf } from './deadlines.ts';
import { dutiesOf } from './duties.ts';
import { fold } from './fold.ts';
import { readHead } from './head.ts';
import { issuerOf } from './issuer.ts';
import { layoutOf } from './layout.ts';
import { KINDS_THAT_PLAN } from './lexicon/document-types.ts';
import type { Tier } from './lexicon/units.ts';
import { outlineOf } from './outline.ts';
import type { RoleScope } from './part-roles.ts';
import type {
  Lines,
  PlanReading,
  Read,
  ReadCriteriaOwner,
  ReadDeadline,
  ReadDuty,
  ReadPiece,
  ReadTarget,
  UnreadLine,
} from './reading.ts';
import { roleOfHeading } from './roles.ts';
import { Sections } from './sections.ts';
import { type SourceLine, sourceLines } from './source-lines.ts';
import { readTail, tailStart } from './tail.ts';
import { targetsOf } from './targets.ts';
import { withTaskRows } from './task-rows.ts';

const CLOSES =
  /^(?:tren day la|trong qua trinh (?:trien khai|thuc hien)|yeu cau (?:cac|thu truong|truong)|de nghi (?:cac|thu truong|uy ban)|(?:ubnd|uy ban nhan dan) [^.]{0,60}(?:yeu cau|de nghi)|can cu (?:noi dung )?ke hoach|nhan duoc ke hoach|ke hoach nay|noi dung ke hoach|quyet dinh nay)/u;

/** Why a line that says something is listed as unread. */
export const WHY_UNPLACED = 'Chưa xếp được dòng này vào phần nào của văn bản.';

const WHY_HEADING_OF_TABLE = 'Dòng tiêu đề của bảng phân công.';

const asRead = (block: Block): Read => ({
  text: block.text,
  lines: { from: block.from, to: block.to },
  doubts: block.doubts,
});

/** Index of the first block below the preamble. */
function bodyStart(blocks: readonly Block[]): number {
  const at = blocks.findIndex((block) => {
    if (block.footnote || block.cells) return false;
    if (block.marker && block.marker.order > 0) return true;
    if (block.marker) return false;
    if (block.hashes > 0) return true;
    return (
      block.text.length < 120 &&
      !/[.;,]$/u.test(block.text) &&
      (block.caps || block.bold) &&
      roleOfHeading(block.folded.replace(/[\s:]+$/u, '')) !== null
    );
  });
  return at < 0 ? blocks.length : at;
}

/** Index of the first block that closes the document: "Trên đây là …". */
function closingStart(blocks: readonly Block[], from: number): number {
  for (let at = blocks.length - 1; at >= from && at >= blocks.length - 30; at--) {
    if (blocks[at]!.folded.startsWith('tren day la')) return at;
  }
  let start = blocks.length;
  for (let at = blocks.length - 1; at >= from; at--) {
    const block = blocks[at]!;
    if (block.marker || block.cells || !CLOSES.test(block.folded)) break;
    start = at;
  }
  return start;
}

function planYearOf(
  title: string | null,
  year: number | null,
): { readonly year: number | null; readonly single: boolean } {
  const folded = fold(title ?? '');
  const span = /(?:giai doan|tu nam|nam)\s?(20\d\d)\s?(?:-|den(?: nam)?)\s?(20\d\d)/u.exec(folded);
  const named = [...folded.matchAll(/(?:nam|nam hoc) (20\d\d)/gu)].at(-1);
  if (named) return { year: Number(named[1]), single: true };
  if (span) return { year: Number(span[1]), single: false };
  return { year, single: true };
}

function tierOf(level: PlanReading['issuer']['level']): Tier {
  return level === 'province' || level === 'district' ? level : 'commune';
}

/** What stands behind the signature: rows that give work, owners of criteria, and the rest as it stands. */
function readAnnexes(after: readonly SourceLine[], scope: RoleScope) {
  const { lines, headings } = withTaskRows(after);
  const sections = new Sections(scope);
  const annexes: Read[] = [];
  const criteriaOwners: ReadCriteriaOwner[] = [];
  let above: SourceLine | null = null;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    let last = line;
    while (line.cells && lines[at + 1]?.cells === line.cells) last = lines[++at]!;
    if (line.row) {
      if (sections.body.length === 0 && above) sections.headAnnex(above);
      sections.readRow(line.row, { from: line.no, to: last.no, doubts: [] }, 1);
      continue;
    }
    const read: Read = {
      text: line.cells?.join(' | ') ?? line.text,
      lines: { from: line.no, to: last.no },
      doubts: [],
    };
    annexes.push(read);
    above ??= line;
    const owner = ownerInRow(read, line.cells ?? columnsOf(line.raw), scope.tier);
    if (owner) criteriaOwners.push(owner);
  }
  return { sections, annexes, criteriaOwners, headings };
}

/** Lines that neither a part nor the noise covers, so that nothing is lost without a word. */
function uncovered(lines: readonly SourceLine[], lineCount: number, parts: Iterable<Lines>): Set<number> {
  const covered = new Uint8Array(lineCount + 2);
  for (const { from, to } of parts) for (let no = from; no <= to; no++) covered[no] = 1;
  return new Set(lines.filter((line) => covered[line.no] === 0).map((line) => line.no));
}

/**
 * Reads an administrative plan, or another document of administration as far as its parts are those of a plan, from
 * plain text with one line for each line of the source. Takes time in proportion to the length of the text, and never
 * throws; what the document does not say is null or an empty list, and what belongs to no part is listed as unread.
 */
export function readPlan(text: string): PlanReading {
  const { lines, noise, lineCount } = sourceLines(text);
  const head = readHead(lines);
  const tailAt = Math.max(tailStart(lines), head.end);
  const tail = readTail(lines.slice(tailAt));
  const { lines: content, headings: headingsOfTables } = withTaskRows(lines.slice(head.end, tailAt));
  const blocks = blocksOf(content, layoutOf(content));
  const start = bodyStart(blocks);
  const end = Math.max(closingStart(blocks, start), start);
  const preamble = blocks
    .slice(0, start)
    .filter((block) => !block.footnote)
    .map(asRead);
  const closing = blocks
    .slice(end)
    .filter((block) => !block.footnote)
    .map(asRead);
  const preambleText = preamble
    .slice(0, 40)
    .map((read) => read.text.slice(0, 4000))
    .join(' ')
    .slice(0, 12_000);
  const issuer = issuerOf(head, preambleText, beginningOf(lines));
  const tier = tierOf(issuer.level);
  const documentType = head.documentType ?? typeInClosing(closing);
  const scope = {
    tier,
    plans:
      documentType === null ||
      KINDS_THAT_PLAN.test(fold(documentType)) ||
      fold(documentType) === 'quyet dinh',
  };
  const sections = new Sections(scope);
  sections.read(outlineOf(blocks.slice(start, end)));
  const annexed = readAnnexes(tail.after, scope);
  const { year, single } = planYearOf(head.title, head.date.year);
  const firstYear = year === null ? null : Math.min(year, head.date.year ?? year);

  const targets: ReadTarget[] = [];
  const deadlines: ReadDeadline[] = [];
  const recurringDuties: ReadDuty[] = [];
  for (const { read, role, who, whoKind, due } of [...sections.placed, ...annexed.sections.placed]) {
    if (role === 'past') continue;
    for (const target of targetsOf(read, { states: role === 'purpose' || role === 'objectives' }))
      targets.push(target);
    const subject = who === null ? subjectOf(read.text, tier) : { who, whoKind };
    const doer = { who: subject?.who ?? null, whoKind: subject?.whoKind ?? null };
    const context: DueContext = { year, firstYear, singleYear: single, tier, ...doer };
    for (const deadline of deadlinesOf(read, context)) deadlines.push(deadline);
    for (const duty of dutiesOf(read, doer.who, doer.whoKind)) recurringDuties.push(duty);
    if (due === undefined) continue;
    for (const deadline of deadlinesOfRow(read, due, context)) deadlines.push(deadline);
    for (const duty of dutiesOf({ ...read, text: due }, doer.who, doer.whoKind))
      recurringDuties.push({ ...duty, text: read.text });
  }
  for (const read of closing) {
    const subject = subjectOf(read.text, tier);
    const doer = { who: subject?.who ?? null, whoKind: subject?.whoKind ?? null };
    for (const deadline of deadlinesOf(read, { year, firstYear, singleYear: single, tier, ...doer }))
      deadlines.push(deadline);
  }

  const footnotes = [
    ...sections.footnotes,
    ...[...blocks.slice(0, start), ...blocks.slice(end)].filter((block) => block.footnote).map(asRead),
  ];
  const closingPieces = closing.map(
    (read): ReadPiece => ({ ...read, marker: null, depth: 0, role: 'closing', heading: false }),
  );
  const parts: Omit<PlanReading, 'unread'> = {
    documentType,
    number: head.number,
    symbol: head.symbol,
    place: head.place,
    date: head.date,
    issuer,
    title: head.title,
    planYear: year,
    headLines: head.lines,
    preamble,
    legalBases: legalBasesOf(preamble),
    headings: sections.headings,
    body: [...sections.body, ...closingPieces, ...annexed.sections.body],
    objectives: sections.objectives,
    targets,
    measures: sections.measures,
    criteriaOwners: [
      ...sections.criteriaOwners,
      ...annexed.sections.criteriaOwners,
      ...annexed.criteriaOwners,
    ],
    assignments: [...sections.assignments, ...annexed.sections.assignments],
    deadlines,
    recurringDuties,
    funding: sections.funding,
    reporting: sections.reporting,
    closing,
    footnotes,
    recipients: tail.recipients,
    signatory: tail.signatory,
    annexes: annexed.annexes,
  };
  const missing = uncovered(lines, lineCount, linesOfParts(parts));
  const headings = [...headingsOfTables, ...annexed.headings];
  for (const { no } of headings) missing.delete(no);
  const unread: UnreadLine[] = [
    ...noise,
    ...headings.map(({ no, text }) => ({ line: no, text, why: WHY_HEADING_OF_TABLE })),
    ...lines
      .filter((line) => missing.has(line.no))
      .map((line) => ({ line: line.no, text: line.text, why: WHY_UNPLACED })),
  ].sort((a, b) => a.line - b.line);
  return { ...parts, unread };
}

/** As much of the text as shows which unit it speaks of. */
function beginningOf(lines: readonly SourceLine[]): string {
  return lines
    .slice(0, 2000)
    .map((line) => line.text.slice(0, 2000))
    .join(' ')
    .slice(0, 100_000);
}

function typeInClosing(closing: readonly Read[]): string | null {
  const found = /^Trên đây là (Kế hoạch|Chương trình|Báo cáo|Phương án|Hướng dẫn|Đề án)/iu.exec(
    closing[0]?.text ?? '',
  );
  return found ? found[1]!.toUpperCase() : null;
}

/** Where the parts of a reading stand in the source; the running body counts only where a part was made of it. */
export function* linesOfParts(reading: Omit<PlanReading, 'unread'>): Generator<Lines> {
  yield* reading.headLines;
  for (const list of [
    reading.preamble,
    reading.headings,
    reading.objectives,
    reading.measures,
    reading.funding,
    reading.reporting,
    reading.closing,
    reading.footnotes,
    reading.recipients,
    reading.annexes,
  ]) {
    for (const { lines } of list) yield lines;
  }
  for (const assignment of reading.assignments) for (const { lines } of assignment.tasks) yield lines;
  for (const { lines } of reading.assignments) yield { from: lines.from, to: lines.from };
  if (reading.signatory.lines) yield reading.signatory.lines;
}

/** The numbers of the lines that some part of the reading covers. */
export function readingLinesUsed(reading: PlanReading): ReadonlySet<number> {
  const used = new Set<number>();
  for (const { from, to } of linesOfParts(reading)) for (let no = from; no <= to; no++) used.add(no);
  return used;
}
