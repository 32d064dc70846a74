import { searchKey } from '../../../domain/text/index.ts';
import type { YearWriter } from './year-writer.ts';

/** So many neighbourhoods the ward has whose people do all their work with the program. */
export const VILLAGES = 12;
const SCHOOLS = [
  ['trường mầm non', 'Mẫu Hoa Sen'],
  ['trường mầm non', 'Mẫu Hướng Dương'],
  ['trường tiểu học', 'Mẫu 1'],
  ['trường tiểu học', 'Mẫu 2'],
  ['trường THCS', 'Mẫu'],
  ['trường TH&THCS', 'Mẫu 3'],
  ['trường THPT', 'Mẫu'],
] as const;

/** The places that are there now, in their order. */
export interface DemoPlaces {
  /** Ids of the neighbourhoods. */
  readonly villages: readonly string[];
  readonly schools: readonly {
    readonly id: string;
    readonly name: string;
    readonly hasKindergarten: boolean;
  }[];
}

/**
 * Twelve neighbourhoods and seven schools. The twelfth neighbourhood was two until the middle of last year.
 */
export function addPlaces(writer: YearWriter, year: number): DemoPlaces {
  const mergedOn = `${year - 1}-07-01`;
  const begun = `${year - 2}-01-01`;
  const place = (
    kind: 'village' | 'school',
    type: string,
    name: string,
    days: { readonly from: string; readonly until: string | null } = { from: begun, until: null },
  ) =>
    writer.add('place', `${type} ${name}`, writer.on(days.from, `${type} ${name}`), {
      kind,
      type,
      name,
      search_key: searchKey(`${type} ${name}`),
      organisation_id: kind === 'school' ? writer.organisation('schools') : null,
      national_code: null,
      valid_from: days.from,
      valid_until: days.until,
    });
  const old = ['12A', '12B'].map((number) =>
    place('village', 'khối', `Mẫu ${number}`, { from: begun, until: mergedOn }),
  );
  const villages = Array.from({ length: VILLAGES }, (_, index) =>
    place('village', 'khối', `Mẫu ${index + 1}`, {
      from: index + 1 === VILLAGES ? mergedOn : begun,
      until: null,
    }),
  );
  const recordedAt = writer.on(mergedOn, 'merging');
  writer.add('place_change', 'merging', recordedAt, {
    kind: 'merged',
    happened_on: mergedOn,
    basis: '15/NQ-HĐND (văn bản mô phỏng)',
    from_places: old,
    to_places: [villages.at(-1)!],
    from_name: null,
    to_name: null,
    person_id: writer.planner,
    recorded_at: recordedAt,
  });
  const schools = SCHOOLS.map(([type, name]) => ({
    id: place('school', type, name),
    name: `${type} ${name}`,
    hasKindergarten: type === 'trường mầm non',
  }));
  return { villages, schools };
}
