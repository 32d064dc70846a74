/** The level at which a children's forum is held. */
export type ForumLevel = 'commune' | 'district' | 'province';

/** How many children a forum has at least; one value for each level and era. */
export interface LeastChildren {
  readonly level: ForumLevel;
  readonly children: number;
  /** Days of force, both included; null is until further notice. */
  readonly from: string;
  readonly until: string | null;
}

/**
 * The rules of Circular 29/2019/TT-BLĐTBXH on children's forums, as amended by Circular 16/2025/TT-BYT after the
 * district tier had ended. `provisional`: not yet compared with the text of the circular.
 */
export const FORUM_RULES = {
  yearsBetween: { most: 2, basis: 'Thông tư 29/2019/TT-BLĐTBXH', provisional: false },
  days: { most: 1, basis: 'Thông tư 29/2019/TT-BLĐTBXH', provisional: false },
  children: {
    least: [
      { level: 'commune', children: 30, from: '2020-02-20', until: null },
      { level: 'district', children: 40, from: '2020-02-20', until: '2025-06-30' },
      { level: 'province', children: 50, from: '2020-02-20', until: null },
    ] satisfies readonly LeastChildren[] as readonly LeastChildren[],
    basis: 'Thông tư 29/2019/TT-BLĐTBXH, Điều 7',
    provisional: false,
  },
  childrenPerAdult: { most: 5, basis: 'Thông tư 29/2019/TT-BLĐTBXH, Điều 7', provisional: false },
  /** Volunteers are at most one for so many children. */
  childrenPerVolunteer: { least: 10, basis: 'Thông tư 29/2019/TT-BLĐTBXH, Điều 7', provisional: false },
  /** Guests are at most one for so many children. */
  childrenPerGuest: { least: 3, basis: 'Thông tư 29/2019/TT-BLĐTBXH, Điều 7', provisional: false },
  planParts: {
    parts: ['purpose', 'content', 'time_and_place', 'participants', 'funding', 'organisation'],
    basis: 'Thông tư 29/2019/TT-BLĐTBXH',
    provisional: true,
  },
  previousPetitions: { basis: 'Thông tư 29/2019/TT-BLĐTBXH', provisional: false },
  report: {
    withinDays: 15,
    basis: 'Thông tư 29/2019/TT-BLĐTBXH, Điều 14 khoản 4; Thông tư 16/2025/TT-BYT',
    provisional: false,
  },
  petitions: { basis: 'Thông tư 29/2019/TT-BLĐTBXH', provisional: false },
} as const;

/** The parts that the plan of a forum must have. */
export type ForumPlanPart = (typeof FORUM_RULES)['planParts']['parts'][number];

/** The least number of children at a level on a day; null where no rule was in force. */
export function leastChildren(level: ForumLevel, day: string): number | null {
  return (
    FORUM_RULES.children.least.find(
      (rule) => rule.level === level && rule.from <= day && (rule.until === null || day <= rule.until),
    )?.children ?? null
  );
}
