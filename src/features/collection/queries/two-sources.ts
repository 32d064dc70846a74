import type { ColumnSum } from '../../../domain/collection/index.ts';

/** What the sheet of an organisation says of an item. */
export interface FigureOfOrganisation {
  readonly item: string;
  readonly value: number;
  /** The organisation, as its place is called. */
  readonly source: string;
}

/** What villages come to, by the key of the item. */
export type SumsOfVillages = Readonly<Record<string, ColumnSum>>;

/** Rounds `o` of a level beside the round `r`: of the same unit, period and standard. */
const BESIDE = (level: 'village' | 'organisation'): string =>
  `o.unit_id = r.unit_id and o.year = r.year and o.level = '${level}' and o.period = r.period
   and o.standard_id = r.standard_id and o.standard_version = r.standard_version`;

/**
 * SQL that gives as JSON what organisations said of some items of a round, as {@link FigureOfOrganisation}.
 * @param unit @param round @param items SQL of their ids, and of the keys as an array
 */
export const figuresOfOrganisations = (unit: string, round: string, items: string): string =>
  `(select coalesce(json_agg(json_build_object('item', n.said->>0, 'value', n.said->1, 'source', n.name)), '[]')
      from (select p.name, json_array_elements(
                     (select json_agg(json_build_array(f.item, f.value) order by f.item) from collected_figure f
                       where f.unit_id = s.unit_id and f.sheet_id = s.id and f.state = 'given'
                         and f.item = any (${items}) and f.item = any (coalesce(s.asked, o.items)))) as said
              from collection_round r
              join collection_round o on ${BESIDE('organisation')}
              join collection_sheet s on s.unit_id = o.unit_id and s.round_id = o.id
              join place p on p.unit_id = s.unit_id and p.id = s.place_id
             where r.unit_id = ${unit} and r.id = ${round}
             order by o.cut_off, o.id, p.sort_key, p.id) n)`;

/** SQL that gives as JSON what villages come to in their latest round beside the round `r`, of what its sheet `s` is asked. */
export const SUMS_OF_VILLAGES = `(
  select coalesce(json_object_agg(n.item, json_build_object('given', n.given, 'sum', n.sum, 'asked', n.asked)), '{}')
    from (select a.item, count(f.value)::int as given, coalesce(sum(f.value), 0) as sum,
                 count(*) filter (where f.state is distinct from 'not_applicable')::int as asked
            from (select distinct on (i.item) o.id, i.item
                    from collection_round o
                    join unnest(coalesce(s.asked, r.items)) i (item) on i.item = any (o.items)
                   where ${BESIDE('village')}
                   order by i.item, o.cut_off desc, o.id) a
            join collection_sheet v on v.unit_id = s.unit_id and v.round_id = a.id and (v.asked is null or a.item = any (v.asked))
            left join collected_figure f on f.unit_id = v.unit_id and f.sheet_id = v.id and f.item = a.item
           group by a.item) n)`;
