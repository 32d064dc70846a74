import {
  type OrganisationId,
  type PersonActor,
  prepared,
  type Scope,
  type UnitId,
} from '../../../platform/database/index.ts';
import { organisationsWorkedFor, seesRestricted } from '../policy.ts';
import { searchWords } from '../search-words.ts';
import type { EvidenceFile } from './evidence.ts';

export const EVIDENCE_OF_A_PAGE = 50;
const MOST_SEARCH_WORDS = 12;

/** An evidence as the list tells of it. */
export interface ListedEvidence {
  readonly id: string;
  readonly title: string;
  readonly documentType: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly confidentiality: 'public' | 'internal' | 'restricted';
  readonly showsChildren: boolean;
  readonly expired: boolean;
  readonly withdrawn: boolean;
  readonly mediaType: string;
  readonly pages: number | null;
  readonly reading: EvidenceFile['reading'];
  readonly scan: EvidenceFile['scan'];
  /** "2026 · 5.1", one for each use for an indicator of the year asked for, or of all. */
  readonly indicators: readonly { readonly year: number; readonly indicator: string }[];
  readonly tasks: number;
}

export interface EvidenceFilter {
  readonly search: string;
  readonly criterion: number | null;
  readonly year: number | null;
  readonly documentType: string | null;
  readonly unused: boolean;
  readonly expired: boolean;
  readonly showsChildren: boolean;
  readonly withdrawn: boolean;
}

export interface EvidenceList {
  readonly total: number;
  readonly evidence: readonly ListedEvidence[];
  /** What there is to narrow by. */
  readonly documentTypes: readonly string[];
  readonly years: readonly number[];
}

/**
 * What is visible: of the unit all but the restricted, of which only what the organisations `$4` keep or, where `$3`,
 * everything; from above (`$5`) what stands behind an indicator. The same as `maySeeEvidence`, which a test compares.
 */
const VISIBLE = `(e.confidentiality <> 'restricted' or (not $5 and ($3 or e.organisation_id = any ($4::uuid[]))))
      and (not $5 or (e.withdrawn_at is null
                      and exists (select from evidence_use u
                                   where u.unit_id = e.unit_id and u.evidence_id = e.id and u.indicator is not null)))`;

/** Whether an evidence has all the words in its own fields. */
const OWN_WORDS = `(select bool_and(' ' || e.search_key like '% ' || one || '%') from unnest($14::text[]) one)`;

const listSql = (from: string, order: string, found = 'true'): string => `with found as materialized (
     select e.id, e.changed_at, ${order} as nearness
       from ${from}
      where e.unit_id = $1 and (e.withdrawn_at is not null) = $12
        and ($7::smallint is null and $8::smallint is null
             or exists (select from evidence_use u
                         where u.unit_id = e.unit_id and u.evidence_id = e.id
                           and ($7 is null or u.criterion = $7) and ($8 is null or u.year = $8)))
        and ($9::text is null or e.document_type = $9)
        and (not $10 or not exists (select from evidence_use u where u.unit_id = e.unit_id and u.evidence_id = e.id))
        and (not $11 or e.expires_on < $2::date)
        and (not $13 or e.shows_children)
        and ${found} and ${VISIBLE}
   )
   select (select count(*)::int from found) as total,
          (select coalesce(json_agg(to_json(shown) order by shown.place), '[]')
             from (select row_number() over (order by l.nearness, l.changed_at desc, l.id desc) as place,
                          e.id, e.title, e.document_type as "documentType", e.number, e.symbol, e.issued_on as "issuedOn",
                          e.confidentiality, e.shows_children as "showsChildren",
                          coalesce(e.expires_on < $2::date, false) as expired, e.withdrawn_at is not null as withdrawn,
                          s.media_type as "mediaType", f.pages, f.reading, f.scan,
                          (select coalesce(json_agg(json_build_object('year', u.year, 'indicator', u.indicator)
                                    order by u.year desc, u.criterion, u.indicator), '[]')
                             from evidence_use u
                            where u.unit_id = e.unit_id and u.evidence_id = e.id and u.indicator is not null
                              and ($8 is null or u.year = $8)) as indicators,
                          (select count(*)::int from evidence_use u
                            where u.unit_id = e.unit_id and u.evidence_id = e.id and u.task_id is not null) as tasks
                     from (select * from found order by nearness, changed_at desc, id desc
                            limit ${EVIDENCE_OF_A_PAGE} offset $6) l
                     join evidence e on e.unit_id = $1 and e.id = l.id
                     join evidence_file f on f.unit_id = e.unit_id and f.evidence_id = e.id and f.revision = e.revision
                     join stored_file s on s.unit_id = f.unit_id and s.id = f.file_id) shown) as evidence,
          (select coalesce(json_agg(distinct e.document_type order by e.document_type), '[]')
             from evidence e where e.unit_id = $1 and e.document_type is not null and ${VISIBLE}) as "documentTypes",
          (select coalesce(json_agg(distinct u.year order by u.year desc), '[]')
             from evidence_use u where u.unit_id = $1) as years`;

/** Exported for the test of their plans. */
export const evidenceOfUnit = prepared<EvidenceList>('evidence_of_unit', listSql('evidence e', '0'));
export const evidenceByWords = prepared<EvidenceList>(
  'evidence_by_words',
  // What has all the words in its own fields stands before what has them in its content. The content of what shows children
  // answers nobody above: they get its redacted copy, and a search would spell out what is blacked out there.
  listSql(
    'search.evidence_with_words($1, $14) w (id) join evidence e on e.id = w.id',
    `case when ${OWN_WORDS} then 0 else 1 end`,
    `(not $5 or not e.shows_children or ${OWN_WORDS})`,
  ),
);

/** The values of both statements, in their order. */
export function valuesOfList(
  actor: PersonActor,
  unit: UnitId,
  filter: EvidenceFilter,
  today: string,
  page: number,
): readonly unknown[] {
  const inside = actor.unit.id === unit;
  const words = searchWords(filter.search).slice(0, MOST_SEARCH_WORDS);
  return [
    unit,
    today,
    seesRestricted(actor, unit),
    inside ? organisationsWorkedFor(actor) : ([] as OrganisationId[]),
    !inside,
    (page - 1) * EVIDENCE_OF_A_PAGE,
    filter.criterion,
    filter.year,
    filter.documentType,
    filter.unused,
    filter.expired,
    filter.withdrawn,
    filter.showsChildren,
    ...(words.length === 0 ? [] : [words]),
  ];
}

/** The library of a unit as a person may see it, a page at a time: the nearest to the words, then the latest changed. */
export async function listEvidence(
  scope: Scope,
  actor: PersonActor,
  unit: UnitId,
  filter: EvidenceFilter,
  today: string,
  page: number,
): Promise<EvidenceList> {
  const values = valuesOfList(actor, unit, filter, today, page);
  const [row] = await scope.run(values.length === 14 ? evidenceByWords : evidenceOfUnit, values);
  return row!;
}
