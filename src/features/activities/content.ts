import type { ActivityKind, Audience, Channel, Forum, ForumPlanPart } from '../../domain/activity/index.ts';
import type { OrganisationId } from '../../platform/database/index.ts';

/** What only a children's forum has. */
export type ForumDetails = Pick<
  Forum,
  'adultsInCharge' | 'volunteers' | 'guests' | 'planParts' | 'previousPetitions' | 'reportedOn'
>;

/** An adult who attended. Children are counted, never named. */
export interface Attendee {
  readonly name: string;
  readonly capacity: string | null;
}

/** What is recorded of an activity. */
export interface ActivityContent {
  readonly kind: ActivityKind;
  readonly title: string;
  /** YYYY-MM-DD; its year is the year of the log. */
  readonly heldFrom: string;
  readonly heldUntil: string | null;
  readonly place: string | null;
  readonly organisationId: OrganisationId;
  readonly channel: Channel | null;
  readonly audience: readonly Audience[];
  readonly children: number | null;
  readonly adults: number | null;
  readonly summary: string | null;
  readonly outcome: string | null;
  /** Number of items of communication; null for other kinds. */
  readonly items: number | null;
  /** Null for all but forums. */
  readonly forum: ForumDetails | null;
  readonly attendance: readonly Attendee[];
}

/** The part of the content that is kept as JSON. */
export function detailsOf({ items, forum }: ActivityContent): Record<string, unknown> {
  return { ...(items === null ? {} : { items }), ...forum };
}

/** The details of a stored activity; what an older version of the program did not write is empty. */
export function readDetails(
  kind: ActivityKind,
  details: Readonly<Record<string, unknown>>,
): Pick<ActivityContent, 'items' | 'forum'> {
  const stored = details as Partial<ForumDetails & { items: number }>;
  return {
    items: kind === 'communication' ? (stored.items ?? 1) : null,
    forum:
      kind === 'forum'
        ? {
            adultsInCharge: stored.adultsInCharge ?? null,
            volunteers: stored.volunteers ?? null,
            guests: stored.guests ?? null,
            planParts: (stored.planParts ?? []) as readonly ForumPlanPart[],
            previousPetitions: stored.previousPetitions ?? null,
            reportedOn: stored.reportedOn ?? null,
          }
        : null,
  };
}
