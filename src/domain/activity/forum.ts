import { FORUM_RULES, type ForumLevel, type ForumPlanPart, leastChildren } from './forum-rules.ts';

/** A children's forum as far as the circular asks about it; null is what nobody has noted. */
export interface Forum {
  readonly level: ForumLevel;
  /** YYYY-MM-DD. */
  readonly heldFrom: string;
  /** The last day, where it is another one. */
  readonly heldUntil: string | null;
  /** The year of the forum before this one. */
  readonly previousYear: number | null;
  readonly children: number | null;
  readonly adultsInCharge: number | null;
  readonly volunteers: number | null;
  readonly guests: number | null;
  readonly planParts: readonly ForumPlanPart[];
  /** Whether the answers to the previous forum's petitions were gone through; `none` where there was none to go through. */
  readonly previousPetitions: 'gone_through' | 'left_out' | 'none' | null;
  /** The day of the report to the province. */
  readonly reportedOn: string | null;
  readonly petitions: { readonly total: number; readonly sent: number; readonly answered: number };
}

export type ForumRule =
  | 'interval'
  | 'days'
  | 'children'
  | 'adultsInCharge'
  | 'volunteers'
  | 'guests'
  | 'planParts'
  | 'previousPetitions'
  | 'report'
  | 'petitionsSent'
  | 'petitionsAnswered';

/** One rule and how the forum stands to it. */
export interface ForumFinding {
  readonly rule: ForumRule;
  /** Null while it is not known or not yet due. */
  readonly held: boolean | null;
  /** What there is: a number, or a day for the report; null where nothing is noted. */
  readonly found: number | string | null;
  /** What the rule asks for: the least or the most, a number of parts or petitions, or the last day of the report. */
  readonly wanted: number | string | null;
  readonly basis: string;
  /** The rule itself has not been compared with the text of the circular. */
  readonly provisional: boolean;
}

const DAY = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** The day so many days after another, YYYY-MM-DD. */
function daysAfter(day: string, days: number): string {
  return new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10);
}

const lastDay = ({ heldFrom, heldUntil }: Forum): string => heldUntil ?? heldFrom;

/**
 * How a forum stands to each rule of the circular, in the order in which one prepares, holds and follows it up.
 * Nothing is judged that is not known: an empty box is `held: null`, and so is a duty whose day has not come.
 * @param today YYYY-MM-DD
 */
export function forumFindings(forum: Forum, today: string): readonly ForumFinding[] {
  const { children, petitions } = forum;
  const rules = FORUM_RULES;
  const finding = (
    rule: ForumRule,
    { basis, provisional }: { readonly basis: string; readonly provisional: boolean },
    held: boolean | null,
    found: number | string | null,
    wanted: number | string | null,
  ): ForumFinding => ({ rule, held, found, wanted, basis, provisional });

  const days = dayNumber(lastDay(forum)) - dayNumber(forum.heldFrom) + 1;
  const least = leastChildren(forum.level, forum.heldFrom);
  const mostAmongChildren = (number: number | null, childrenForOne: number) => ({
    held: number === null || children === null ? null : number * childrenForOne <= children,
    wanted: children === null ? null : Math.floor(children / childrenForOne),
  });
  const volunteers = mostAmongChildren(forum.volunteers, rules.childrenPerVolunteer.least);
  const guests = mostAmongChildren(forum.guests, rules.childrenPerGuest.least);
  const interval =
    forum.previousYear === null ? null : Number(forum.heldFrom.slice(0, 4)) - forum.previousYear;
  const reportDue = daysAfter(lastDay(forum), rules.report.withinDays);
  const over = lastDay(forum) <= today;
  const allOf = (number: number) => (petitions.total === 0 || !over ? null : number === petitions.total);

  return [
    finding(
      'interval',
      rules.yearsBetween,
      interval === null ? null : interval <= rules.yearsBetween.most,
      interval,
      rules.yearsBetween.most,
    ),
    finding('days', rules.days, days <= rules.days.most, days, rules.days.most),
    finding(
      'planParts',
      rules.planParts,
      forum.planParts.length === 0 ? null : forum.planParts.length === rules.planParts.parts.length,
      forum.planParts.length === 0 ? null : forum.planParts.length,
      rules.planParts.parts.length,
    ),
    finding(
      'children',
      rules.children,
      children === null || least === null ? null : children >= least,
      children,
      least,
    ),
    finding(
      'adultsInCharge',
      rules.childrenPerAdult,
      children === null || forum.adultsInCharge === null
        ? null
        : children <= forum.adultsInCharge * rules.childrenPerAdult.most,
      forum.adultsInCharge,
      children === null ? null : Math.ceil(children / rules.childrenPerAdult.most),
    ),
    finding('volunteers', rules.childrenPerVolunteer, volunteers.held, forum.volunteers, volunteers.wanted),
    finding('guests', rules.childrenPerGuest, guests.held, forum.guests, guests.wanted),
    finding(
      'previousPetitions',
      rules.previousPetitions,
      forum.previousPetitions === null ? null : forum.previousPetitions !== 'left_out',
      forum.previousPetitions,
      null,
    ),
    finding(
      'report',
      rules.report,
      forum.reportedOn !== null ? forum.reportedOn <= reportDue : today > reportDue ? false : null,
      forum.reportedOn,
      reportDue,
    ),
    finding('petitionsSent', rules.petitions, allOf(petitions.sent), petitions.sent, petitions.total),
    finding(
      'petitionsAnswered',
      rules.petitions,
      allOf(petitions.answered),
      petitions.answered,
      petitions.total,
    ),
  ];
}
