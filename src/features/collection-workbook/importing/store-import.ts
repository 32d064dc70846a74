import type { CellOperation } from '../../../domain/collection/index.ts';
import { withReadScope, withScope } from '../../../platform/database/index.ts';
import { operationIdOf, saveCells } from '../../collection/index.ts';
import { actorOfPerson } from '../../people/index.ts';
import type { CellOfImport, StoredSummary } from '../model.ts';
import { changeImport, dropParts, findImport, readPart } from '../queries/imports.ts';
import type { ImportContext } from './context.ts';
import type { ImportPlace } from './read-import.ts';

/** Faults are stored nowhere; they stay to be looked at. */
const TO_STORE = ['conflict', 'large', 'change', 'new'] as const;
const MOST_REFUSED_SHOWN = 100;

const operationOf = (importId: string, cell: CellOfImport): CellOperation => ({
  id: operationIdOf(importId, cell.sheet, cell.item),
  sheet: cell.sheet,
  item: cell.item,
  figure: cell.to,
  comment: cell.comment,
  seenRevision: cell.seen,
  after: null,
});

/**
 * Stores the parts one after another, each in a transaction of its own. Taken up again it begins with the first: what is
 * stored already is answered as it was and not done twice.
 * @returns null where the import was taken away meanwhile
 */
async function store(
  context: ImportContext,
  { unit, id, person }: ImportPlace,
): Promise<StoredSummary | null> {
  const { database, clock } = context;
  const tally = { saved: 0, conflicts: 0, refused: 0 };
  const firstRefused: { place: string; item: string }[] = [];
  let done = 0;
  for (const kind of TO_STORE)
    for (let number = 0; ; number++) {
      // Whoever loses their role meanwhile stores nothing more.
      const actor = await actorOfPerson(database, unit, person);
      if (actor === null) return null;
      const cells = await withReadScope(database, actor, (scope) => readPart(scope, unit, id, kind, number));
      if (cells === null) break;
      const operations = cells.map((cell) => operationOf(id, cell));
      const outcomes = await saveCells(context, actor, operations, 'workbook');
      outcomes.forEach(({ outcome }, index) => {
        if (outcome === 'saved') tally.saved++;
        else if (outcome === 'conflict') tally.conflicts++;
        else {
          tally.refused++;
          const { place, item } = cells[index]!;
          if (firstRefused.length < MOST_REFUSED_SHOWN) firstRefused.push({ place, item });
        }
      });
      done += cells.length;
      const goesOn = await withScope(database, actor, (scope) =>
        changeImport(scope, unit, id, ['storing'], { done }, clock.now()),
      );
      if (!goesOn) return null;
    }
  return { ...tally, firstRefused };
}

/** The job behind the confirmation of an import. */
export async function storeImport(context: ImportContext, place: ImportPlace): Promise<void> {
  const { database, clock } = context;
  const { unit, id, person } = place;
  const actor = await actorOfPerson(database, unit, person);
  if (actor === null) return;
  const job = await withReadScope(database, actor, (scope) => findImport(scope, unit, id));
  if (job?.state !== 'storing' || job.summary === null) return;
  const stored = await store(context, place);
  if (stored === null) return;
  const at = clock.now();
  await withScope(database, actor, async (scope) => {
    const change = { state: 'stored', summary: { ...job.summary!, stored }, ended_at: at } as const;
    if (await changeImport(scope, unit, id, ['storing'], change, at)) dropParts(scope, unit, id, TO_STORE);
  });
}
