/** What the log of the year holds; each kind is counted for itself. */
export const ACTIVITY_KINDS = [
  'communication',
  'training',
  'board_meeting',
  'forum',
  'club_session',
  'council_session',
  'consultation',
  'event',
  'gift_giving',
  'oversight',
  'other',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

/** How communication reaches people. */
export const CHANNELS = [
  'article',
  'broadcast',
  'web',
  'social_network',
  'leaflet',
  'talk',
  'school',
  'counselling',
  'other',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** Whom communication is meant for. */
export const AUDIENCES = [
  'children',
  'children_in_need',
  'parents',
  'teachers',
  'officers',
  'residents',
  'ethnic_minorities',
  'difficult_areas',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Kinds at which adults are noted by name; children are counted and never named. */
export const KINDS_WITH_ATTENDANCE: ReadonlySet<ActivityKind> = new Set(['training', 'board_meeting']);

/** Kinds at which children say what they wish: petitions come from these. */
export const KINDS_WITH_PETITIONS: ReadonlySet<ActivityKind> = new Set([
  'forum',
  'club_session',
  'council_session',
  'consultation',
]);
