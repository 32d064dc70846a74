import { isIn } from './sheet-state.ts';
import type { RoundOfYear, SheetOfRound } from './tally.ts';

/** Places that became others: merged or split. Who was renamed is the same place, and who merely ended goes on nowhere. */
export interface Succession {
  /** Of a merger one of them may stay, and is then what the others became. */
  readonly from: readonly string[];
  readonly to: readonly string[];
  /** The first day of what they became; YYYY-MM-DD. */
  readonly day: string;
  /** When it was written down, measured as `handedIn` of a sheet is. */
  readonly recordedAt: number;
}

/** What became of the places of a unit. */
export interface PlacesSince {
  /** The first day on which a place was not in force any more. */
  readonly endOf: ReadonlyMap<string, string>;
  readonly successions: readonly Succession[];
}

/** Whose figure a figure of a sheet is, with the places that it depends on. */
export type Standing =
  | { readonly is: 'own' }
  | { readonly is: 'ended' }
  /** Of a place that ended, until what it became has answered for it. */
  | { readonly is: 'stands_for'; readonly places: readonly string[] }
  | { readonly is: 'answered_by'; readonly places: readonly string[] }
  /** Of a place that began, while the figures of those that it came from stand for it. */
  | { readonly is: 'waits_for'; readonly places: readonly string[] };

export type StandingOf = (round: RoundOfYear, sheet: SheetOfRound, input: string) => Standing;

const OWN: Standing = { is: 'own' };
const ENDED: Standing = { is: 'ended' };

/** Whether a figure is part of the sum. */
export const isCounted = ({ is }: Standing): boolean => is === 'own' || is === 'stands_for';

/**
 * Tells who answers for a place that ended by the cut-off. A change is often recorded when the figures are there already:
 * what the old places said then counts on, until everything that they became has handed in a sheet for the same period
 * and input after the change was recorded. That sheet speaks for the whole, and the old figures are out. So no figure is
 * lost by a change, and none is counted twice. A place that merely ended is not asked any more.
 */
export function standings(rounds: readonly RoundOfYear[], { endOf, successions }: PlacesSince): StandingOf {
  const endedBy = new Map<string, Succession>();
  const begunBy = new Map<string, Succession>();
  for (const succession of successions) {
    const { from, to } = succession;
    for (const place of from) if (!to.includes(place)) endedBy.set(place, succession);
    for (const place of to) if (!from.includes(place)) begunBy.set(place, succession);
  }
  const sheetsOf = sheetsByPlace(rounds, new Set(successions.flatMap(({ from, to }) => [...from, ...to])));

  return ({ level, period, cutOff }, { place }, input) => {
    if (!endOf.has(place) && !begunBy.has(place)) return OWN;
    const asked = (other: string) =>
      (sheetsOf.get(`${level} ${period} ${other}`) ?? []).filter(({ sheet }) => sheet.inputs.includes(input));
    const isOver = (other: string) => (endOf.get(other) ?? '9999') <= cutOff;

    const hasAnswered = (other: string, { day, recordedAt }: Succession) =>
      asked(other).some(
        (of) => of.cutOff >= day && isIn(of.sheet.state) && (of.sheet.handedIn ?? recordedAt) > recordedAt,
      );
    /** Who has answered for the places of a succession, perhaps a later heir; null while somebody has not. */
    const answering = (succession: Succession): readonly string[] | null => {
      const found: string[] = [];
      for (const heir of succession.to) {
        const next = endedBy.get(heir);
        if (hasAnswered(heir, succession)) found.push(heir);
        else if (next !== undefined) {
          const further = answering(next);
          if (further === null) return null;
          found.push(...further);
        } else if (!isOver(heir)) return null;
      }
      return found;
    };
    const heirs = ({ to }: Succession): readonly string[] =>
      to.flatMap((heir) => (endedBy.has(heir) && isOver(heir) ? heirs(endedBy.get(heir)!) : [heir]));
    const forebears = ({ from }: Succession): readonly string[] =>
      from.flatMap((one) => {
        if (asked(one).length > 0) return [one];
        const before = begunBy.get(one);
        return before === undefined ? [] : forebears(before);
      });

    const [begun, ended] = [begunBy.get(place), endedBy.get(place)];
    if (begun !== undefined && answering(begun) === null) {
      const places = forebears(begun);
      if (places.length > 0) return { is: 'waits_for', places };
    }
    if (ended === undefined) return isOver(place) ? ENDED : OWN;
    const places = answering(ended);
    if (places === null) return isOver(place) ? { is: 'stands_for', places: heirs(ended) } : OWN;
    return places.length > 0 ? { is: 'answered_by', places } : ENDED;
  };
}

interface SheetWithCutOff {
  readonly cutOff: string;
  readonly sheet: SheetOfRound;
}

/** The sheets of some places, by level, period and place: a period may have several rounds. */
function sheetsByPlace(
  rounds: readonly RoundOfYear[],
  places: ReadonlySet<string>,
): ReadonlyMap<string, readonly SheetWithCutOff[]> {
  const found = new Map<string, SheetWithCutOff[]>();
  for (const { level, period, cutOff, sheets } of rounds)
    for (const sheet of sheets) {
      if (!places.has(sheet.place)) continue;
      const key = `${level} ${period} ${sheet.place}`;
      found.set(key, [...(found.get(key) ?? []), { cutOff, sheet }]);
    }
  return found;
}
