import {
  type DoubtCode,
  type Lines,
  type PlanContent,
  type PlanReading,
  type Read,
  withoutEnd,
} from '../../domain/plan/index.ts';

/** Where a thing was read, and what is doubtful in it; by id of item, part, section or basis. */
export type Origins = Readonly<Record<string, Lines & { readonly doubts: readonly DoubtCode[] }>>;

/**
 * Finds for each item, part, section and basis of a plan made from a reading the lines that say it. What stands twice is
 * taken in the order of the paper.
 */
export function originsOf(content: PlanContent, reading: PlanReading): Origins {
  const waiting = new Map<string, Read[]>();
  const offer = (read: Read) => {
    const key = keyOf(read.text);
    waiting.set(key, [...(waiting.get(key) ?? []), read]);
  };
  // The whole pieces of the body come first: a target or due date is often only a part of its sentence.
  const wholes = [
    ...reading.body,
    ...reading.legalBases,
    ...reading.preamble,
    ...reading.footnotes,
    ...reading.annexes,
    ...reading.unread.map(({ line, text }): Read => ({ text, lines: { from: line, to: line }, doubts: [] })),
  ];
  const parts = [
    ...reading.assignments.flatMap(({ tasks }) => tasks),
    ...reading.objectives,
    ...reading.measures,
    ...reading.targets,
    ...reading.deadlines,
    ...reading.recurringDuties,
    ...reading.funding,
    ...reading.reporting,
  ];
  for (const read of wholes) offer(read);
  for (const read of parts) offer(read);
  const doubtsAt = new Map<number, DoubtCode[]>();
  for (const { lines, doubts } of [...parts, ...reading.assignments])
    if (doubts.length > 0) doubtsAt.set(lines.from, [...(doubtsAt.get(lines.from) ?? []), ...doubts]);

  const origins: Record<string, Lines & { doubts: readonly DoubtCode[] }> = {};
  let reached = 0;
  const take = (id: string, text: string) => {
    const candidates = waiting.get(keyOf(text)) ?? [];
    const read = candidates.find(({ lines }) => lines.from >= reached) ?? candidates[0];
    if (read === undefined) return;
    if (read.lines.from > reached) reached = read.lines.from;
    if (candidates.length > 1)
      waiting.set(
        keyOf(text),
        candidates.filter((candidate) => candidate !== read),
      );
    const doubts = [...new Set([...read.doubts, ...(doubtsAt.get(read.lines.from) ?? [])])];
    origins[id] = { ...read.lines, doubts };
  };
  for (const basis of content.legalBases) take(basis.id, basis.text);
  for (const section of content.sections) {
    take(section.id, section.heading);
    for (const part of section.parts) {
      if (part.heading !== null) take(part.id, part.heading);
      for (const item of part.items) take(item.id, item.text);
    }
  }
  return origins;
}

/** A closing sign, a number before it and the case of a heading do not make another text. */
const keyOf = (text: string): string =>
  withoutEnd(text.toLocaleLowerCase('vi').replace(/^đề nghị /u, ''), ' \n.;:,');
