import type { ActivityKind, PetitionState } from '../../domain/activity/index.ts';
import {
  type OrganisationId,
  type PersonId,
  prepared,
  type Scope,
  sqlBuilder,
  type UnitId,
} from '../../platform/database/index.ts';

/** What is recorded of a petition, without its answer. */
export interface PetitionContent {
  /** The forum, council, club or consultation at which children asked. */
  readonly activityId: string;
  readonly text: string;
  /** The group that asked, never a child's name. */
  readonly askedBy: string | null;
  /** Who is to answer, as people call it. */
  readonly addressee: string;
  /** The same as an organisation of the unit; null for a body outside. */
  readonly addresseeId: OrganisationId | null;
  readonly sentOn: string | null;
  readonly dueDate: string | null;
  /** The later forum at which the answer was gone through. */
  readonly reviewedAt: string | null;
}

/** A petition as a form brings it: an organisation of the unit is named by its id alone. */
export type PetitionEntry = Omit<PetitionContent, 'addressee'> & { readonly addressee: string | null };

export interface Petition extends PetitionContent {
  readonly id: string;
  readonly year: number;
  readonly activityTitle: string;
  readonly activityOrganisationId: OrganisationId;
  readonly reviewedAtTitle: string | null;
  readonly answer: string | null;
  readonly answeredOn: string | null;
  readonly state: PetitionState;
  readonly revision: number;
  readonly recordedBy: PersonId;
}

export interface ActivityChoice {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly title: string;
  readonly heldFrom: string;
  readonly organisationId: OrganisationId;
}

/** What the form of a petition lets one choose from. */
export interface PetitionChoices {
  readonly activities: readonly ActivityChoice[];
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[];
}

/** `petitionState` of the domain, for counting and turning over; the day stands in `$2`. */
const stateSql = `case when q.answered_on is not null then 'answered' when q.due_date < $2::date then 'late'
  when q.sent_on is null then 'unsent' else 'waiting' end`;

const petitionSql = `json_build_object('id', q.id, 'year', q.year, 'activityId', q.activity_id, 'activityTitle', a.title,
    'activityOrganisationId', a.organisation_id, 'text', q.text, 'askedBy', q.asked_by, 'addressee', q.addressee,
    'addresseeId', q.addressee_id, 'sentOn', q.sent_on, 'dueDate', q.due_date, 'answer', q.answer,
    'answeredOn', q.answered_on, 'reviewedAt', q.reviewed_at, 'reviewedAtTitle', r.title, 'state', ${stateSql},
    'revision', q.revision, 'recordedBy', q.recorded_by)`;

const joins = `join activity a on a.unit_id = q.unit_id and a.id = q.activity_id
    left join activity r on r.unit_id = q.unit_id and r.id = q.reviewed_at`;

const PETITIONS_OF_A_PAGE = 20;

const petitionsOfYear = prepared<{
  counts: Partial<Record<PetitionState, number>>;
  total: number;
  page: number;
  petitions: Petition[];
}>(
  'petitions_of_year',
  `with chosen as (
     select q.id, ${stateSql} as state from petition q
      where q.unit_id = $1 and q.year = $3 and ($5::uuid is null or q.activity_id = $5)
   ), counted as (select count(*)::int as total from chosen where $4::text is null or state = $4),
   shown as (select total, least(greatest($6::int, 1), greatest(1, ceil(total / ${PETITIONS_OF_A_PAGE}.0)::int)) as page
               from counted)
   select shown.total, shown.page,
          (select coalesce(json_object_agg(c.state, c.number), '{}')
             from (select state, count(*)::int as number from chosen group by state) c) as counts,
          (select coalesce(json_agg(${petitionSql} order by q.id), '[]')
             from (select p.* from petition p join chosen on chosen.id = p.id
                    where p.unit_id = $1 and ($4::text is null or chosen.state = $4)
                    order by p.id limit ${PETITIONS_OF_A_PAGE} offset (shown.page - 1) * ${PETITIONS_OF_A_PAGE}) q
             ${joins}) as petitions
     from shown`,
);

export interface PetitionPage {
  readonly counts: Partial<Readonly<Record<PetitionState, number>>>;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly petitions: readonly Petition[];
}

/** The petitions of a year in the order in which they were recorded, a page at a time, with how many are in each state. */
export async function listPetitions(
  scope: Scope,
  unit: UnitId,
  today: string,
  filter: {
    readonly year: number;
    readonly state: PetitionState | null;
    readonly activityId: string | null;
    readonly page: number;
  },
): Promise<PetitionPage> {
  const { year, state, activityId, page } = filter;
  const [row] = await scope.run(petitionsOfYear, [unit, today, year, state, activityId, page]);
  return { ...row!, pages: Math.max(1, Math.ceil(row!.total / PETITIONS_OF_A_PAGE)) };
}

/** `$3` a year and `$4` kinds: the activities at which children ask, and the forums up to a year later. */
const choicesSql = `json_build_object(
  'activities', (select coalesce(json_agg(json_build_object('id', c.id, 'kind', c.kind, 'title', c.title,
      'heldFrom', c.held_from, 'organisationId', c.organisation_id) order by c.held_from desc, c.id), '[]')
    from (select * from activity where unit_id = $1 and year between $3::int and $3::int + 2 and kind = any ($4)
           order by held_from desc, id limit 300) c),
  'organisations', (select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name) order by o.id), '[]')
    from organisation o where o.unit_id = $1 and o.valid_from <= $2::date
     and (o.valid_until is null or o.valid_until >= $2::date)))`;

const choicesOfPetition = prepared<{ choices: PetitionChoices }>(
  'choices_of_petition',
  `select ${choicesSql} as choices`,
);

/** What a new petition can come from, and who can answer it. */
export async function findChoices(
  scope: Scope,
  unit: UnitId,
  today: string,
  year: number,
  kinds: readonly ActivityKind[],
): Promise<PetitionChoices> {
  const [row] = await scope.run(choicesOfPetition, [unit, today, year, kinds]);
  return row!.choices;
}

const petitionOfUnit = prepared<{ petition: Petition; choices: PetitionChoices }>(
  'petition_of_unit',
  `select ${petitionSql} as petition, ${choicesSql.replaceAll('$3::int', 'q.year').replaceAll('$4', '$3')} as choices
     from petition q ${joins} where q.unit_id = $1 and q.id = $4`,
);

/** A petition of this unit and no other, with what its form lets one choose from. */
export async function findPetition(
  scope: Scope,
  unit: UnitId,
  today: string,
  id: string,
  kinds: readonly ActivityKind[],
): Promise<{ petition: Petition; choices: PetitionChoices } | undefined> {
  return (await scope.run(petitionOfUnit, [unit, today, kinds, id]))[0];
}

/** What the deeds on a petition look at first, held for this transaction. */
export function lockPetition(scope: Scope, unit: UnitId, id: string) {
  return scope.first(
    sqlBuilder
      .selectFrom('petition as q')
      .innerJoin('activity as a', (join) =>
        join.onRef('a.unit_id', '=', 'q.unit_id').onRef('a.id', '=', 'q.activity_id'),
      )
      .where('q.unit_id', '=', unit)
      .where('q.id', '=', id)
      .select([
        'q.id',
        'q.year',
        'q.revision',
        'q.recorded_by as recordedBy',
        'q.addressee_id as addresseeId',
        'a.organisation_id as activityOrganisationId',
      ])
      .forUpdate('q'),
  );
}
