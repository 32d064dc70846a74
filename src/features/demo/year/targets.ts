import type { OrganisationId } from '../../../platform/database/index.ts';
import type { Row } from '../rows.ts';
import type { DemoPlan } from './plans.ts';
import type { YearWriter } from './year-writer.ts';

/** How a target of the plan is measured, by words of its text. */
interface Measured {
  readonly words: string;
  readonly owner: string;
  readonly criteria: readonly number[];
  /** Code of an indicator; null for figures of its own. */
  readonly indicator: string | null;
  readonly baseline?: number;
  /** Own figures: month and day of the record, value and whole. */
  readonly values?: readonly (readonly [period: string, day: string, value: number, whole: number | null])[];
}

const MEASURED: readonly Measured[] = [
  { words: 'khai sinh', owner: 'council_committee_office', criteria: [2], indicator: '2.1' },
  { words: 'tiêm chủng', owner: 'health_station', criteria: [7], indicator: '7.1' },
  {
    words: 'hoàn cảnh đặc biệt',
    owner: 'culture_society',
    criteria: [6],
    indicator: null,
    values: [
      ['Q1', '04-03', 58, 74],
      ['Q2', '07-03', 66, 74],
    ],
  },
  { words: 'thấp còi', owner: 'health_station', criteria: [8], indicator: null },
  {
    words: 'tai nạn, thương tích',
    owner: 'police',
    criteria: [5],
    indicator: null,
    baseline: 20,
    values: [['H1', '07-08', 9, null]],
  },
  {
    words: 'câu lạc bộ',
    owner: 'youth_union',
    criteria: [11],
    indicator: null,
    values: [['H1', '07-09', 3, null]],
  },
];

type NewTarget = Pick<Row<'target'>, 'year' | 'text' | 'operator' | 'value' | 'measure_unit' | 'owner_id'> &
  Partial<
    Pick<
      Row<'target'>,
      | 'plan_id'
      | 'plan_item'
      | 'position'
      | 'part_of'
      | 'baseline'
      | 'criteria'
      | 'measured_by'
      | 'measure'
      | 'state'
      | 'closed_reason'
    >
  >;

function addTarget(writer: YearWriter, subject: string, at: Date, target: NewTarget): string {
  return writer.add('target', subject, at, {
    plan_id: null,
    plan_item: null,
    position: 0,
    part_of: null,
    baseline: null,
    criteria: [],
    measured_by: 'own',
    measure: null,
    state: 'open',
    closed_reason: null,
    ...target,
    revision: 0,
    created_by: writer.planner,
    created_at: at,
  });
}

function addValue(
  writer: YearWriter,
  target: string,
  { period, day, value, whole }: { period: string; day: string; value: number; whole: number | null },
  owner: string,
): void {
  if (day >= writer.day) return;
  const at = writer.on(day, `value/${target}/${period}`);
  writer.add('target_value', `${target}/${period}`, at, {
    target_id: target,
    period,
    value,
    whole,
    note: 'Số liệu mô phỏng.',
    revision: 1,
    person_id: writer.officer(owner),
    recorded_at: at,
  });
}

/** The targets that stand in a plan. @returns their ids, by item */
export function addTargetsOfPlan(writer: YearWriter, plan: DemoPlan): ReadonlyMap<string, readonly string[]> {
  const { year } = plan;
  const at = writer.on(plan.issuedOn, `own/${year}/issuePlan`);
  const idsOfItem = new Map<string, string[]>();
  for (const section of plan.content.sections)
    for (const part of section.parts)
      for (const item of part.items)
        for (const [position, target] of item.targets.entries()) {
          const measured = MEASURED.find(
            ({ words }) => target.text.includes(words) || item.text.includes(words),
          );
          const id = addTarget(writer, `${item.id}/${position}`, at, {
            year,
            plan_id: plan.id,
            plan_item: item.id,
            position,
            text: target.text,
            operator: target.operator,
            value: target.value,
            part_of: target.of,
            measure_unit: target.unit,
            baseline: measured?.baseline ?? null,
            owner_id: measured === undefined ? null : writer.organisation(measured.owner),
            criteria: [...(measured?.criteria ?? [])],
            ...(measured?.indicator ? { measured_by: 'indicator', measure: measured.indicator } : {}),
          });
          idsOfItem.set(item.id, [...(idsOfItem.get(item.id) ?? []), id]);
          for (const [period, day, value, whole] of measured?.values ?? [])
            addValue(
              writer,
              id,
              { period: `${year}-${period}`, day: `${year}-${day}`, value, whole },
              measured!.owner,
            );
        }
  return idsOfItem;
}

/** Targets that are set beside the plan: of last year one met and one missed, of this year one given up. */
export function addTargetsBesidePlan(writer: YearWriter, year: number): void {
  const begun = writer.on(writer.past(`${year}-02-20`), 'targets');
  const owner = (kind: string): { owner_id: OrganisationId } => ({ owner_id: writer.organisation(kind) });
  const values = (
    target: string,
    of: number,
    kind: string,
    list: readonly (readonly [string, string, number])[],
  ) => {
    for (const [period, day, value] of list)
      addValue(writer, target, { period: `${of}-${period}`, day: `${of}-${day}`, value, whole: null }, kind);
  };
  const lastYear = writer.on(`${year - 1}-09-05`, 'targets');
  const met = addTarget(writer, 'play-areas', lastYear, {
    year: year - 1,
    text: 'Ít nhất 8 khu dân cư có điểm vui chơi cho trẻ em',
    operator: '>=',
    value: 8,
    measure_unit: 'khu dân cư',
    criteria: [12],
    ...owner('public_service_centre'),
  });
  values(met, year - 1, 'public_service_centre', [['Q4', '12-20', 9]]);
  const missed = addTarget(writer, 'articles', lastYear, {
    year: year - 1,
    text: 'Có ít nhất 12 tin, bài về trẻ em trên trang thông tin của phường',
    operator: '>=',
    value: 12,
    measure_unit: 'tin, bài',
    ...owner('culture_society'),
  });
  values(missed, year - 1, 'culture_society', [['H2', '12-28', 7]]);
  const swimming = addTarget(writer, 'swimming', begun, {
    year,
    text: 'Mở 4 lớp dạy bơi miễn phí trong dịp hè',
    operator: '=',
    value: 4,
    measure_unit: 'lớp',
    criteria: [5],
    ...owner('youth_union'),
  });
  values(swimming, year, 'youth_union', [
    ['06', '06-29', 2],
    ['08', '08-27', 4],
  ]);
  addTarget(writer, 'bus', begun, {
    year,
    text: 'Có 2 tuyến xe đưa đón học sinh an toàn',
    operator: '=',
    value: 2,
    measure_unit: 'tuyến',
    state: 'closed',
    closed_reason: 'Chưa có đơn vị vận tải nhận làm; xem xét lại vào năm sau.',
    ...owner('schools'),
  });
}
