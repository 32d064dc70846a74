import type { CellOperation, CellOutcome } from '../../../domain/collection/index.ts';
import { boxNames } from './figure-block.tsx';
import { boxesOf } from './read-figure.ts';
import type { VillageSheet } from './village-figures.ts';
import { answered, type Draft, type VillageRecord, withDraft } from './village-record.ts';

/** A form that was sent without the script and could not be stored as it was. Plain data, in the page for the script. */
export interface SentForm {
  /** By the key of the item, what was typed and is not stored, as its boxes show it. */
  readonly typed: Readonly<Record<string, Draft>>;
  /** What was sent to be stored: nothing, where something could not be read. */
  readonly operations: readonly CellOperation[];
  readonly outcomes: readonly CellOutcome[];
}

/**
 * Takes over from the page as it was without the script: what became of the form that led to it, and what was typed into
 * its boxes since. What the page shows may be older than what the device knows; its author saw no more than the page.
 * @param sheet as the page shows it
 * @param fields what was typed, by the names of the boxes
 */
export function withForm(
  record: VillageRecord,
  sheet: VillageSheet,
  form: SentForm | undefined,
  fields: Readonly<Record<string, string>>,
): VillageRecord {
  return sheet.items.reduce(
    (one, { key, cell }) => {
      const names = boxNames(key);
      const isTyped = Object.values(names).some((name) => fields[name] !== undefined);
      const left = form?.typed[key];
      const isSent = form?.operations.some(({ item }) => item === key);
      if (!isTyped && (left === undefined || isSent)) return one;
      const shown = left ?? { ...boxesOf(cell.figure), seenRevision: cell.revision };
      const boxes = {
        text: fields[names.text] ?? shown.text,
        state: fields[names.state] ?? shown.state,
        reason: fields[names.reason] ?? shown.reason,
      };
      return withDraft(one, { sheet: sheet.id, item: key }, boxes, shown.seenRevision);
    },
    form === undefined ? record : withAnswers(record, form),
  );
}

/** The operations of a form are settled as if they had been sent from here. */
function withAnswers(record: VillageRecord, { operations, outcomes }: SentForm): VillageRecord {
  const sent = operations.map((operation) => ({ operation, sent: true }));
  const outbox = { ...record.outbox, waiting: [...sent, ...record.outbox.waiting] };
  return answered({ ...record, outbox }, outcomes, []);
}
