/** Deeds that can be undone, the latest last, and those that were, the next to be done again last. */
export interface Undo<Deed> {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

/** So many steps back. */
export const MOST_STEPS = 200;

export const nothingDone = <Deed>(): Undo<Deed> => ({ done: [], undone: [] });

/** A new deed; what was undone before it cannot be done again. */
export function afterDeed<Deed>({ done }: Undo<Deed>, deed: Deed): Undo<Deed> {
  return { done: [...done, deed].slice(-MOST_STEPS), undone: [] };
}

/** One step back: what is to be undone, and how it stands then; null when nothing was done. */
export function stepBack<Deed>({ done, undone }: Undo<Deed>): { deed: Deed; undo: Undo<Deed> } | null {
  const deed = done.at(-1);
  return deed === undefined ? null : { deed, undo: { done: done.slice(0, -1), undone: [...undone, deed] } };
}

/** One step forth again. */
export function stepForth<Deed>({ done, undone }: Undo<Deed>): { deed: Deed; undo: Undo<Deed> } | null {
  const deed = undone.at(-1);
  return deed === undefined ? null : { deed, undo: { done: [...done, deed], undone: undone.slice(0, -1) } };
}
