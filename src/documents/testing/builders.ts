import qd06 from '../../../standards/qd-06-2019.json' with { type: 'json' };
import {
  compileStandard,
  type Figure,
  type Figures,
  given,
  NO_DATA,
  notApplicable,
  type Standard,
  score,
} from '../../domain/scoring/index.ts';
import type { Block, OfficialDocument } from '../block-model.ts';
import { type SelfAssessmentInput, selfAssessmentDocument } from '../self-assessment.ts';

export const standard = qd06 as unknown as Standard;

/** Figures of a ward that does well everywhere; a test changes what matters to it. */
export function goodFigures(changes: Record<string, Figure> = {}): Figures {
  const figures = Object.fromEntries(
    Object.entries(standard.inputs).map(([name, definition]) => [
      name,
      given(definition.kind === 'yes_no' ? true : 100),
    ]),
  );
  return {
    ...figures,
    children_total: given(4218),
    children_checked: given(3902),
    children_abused: given(0),
    children_in_conflict_with_law_or_addicted: given(0),
    children_injury_deaths: given(0),
    children_injured: given(0),
    children_born: given(212),
    children_registered_on_time: given(203),
    severe_cases_total: given(0),
    severe_cases_with_timely_plan: given(0),
    under5_weighed: given(1214),
    under5_underweight: given(70),
    under5_stunted: given(150),
    ...changes,
  };
}

const owners = [
  'Phòng Văn hóa - Xã hội',
  'Văn phòng HĐND và UBND',
  'Công an phường',
  'Công an phường',
  'Trạm Y tế',
  'Phòng Văn hóa - Xã hội',
  'Trạm Y tế',
  'Trạm Y tế',
  'Trạm Y tế',
  'Các trường học',
  'Đoàn Thanh niên',
  'Phòng Văn hóa - Xã hội',
  'Phòng Văn hóa - Xã hội',
];

/** What the report of Phường Lương Văn Tri is made from; made-up figures, unsigned. */
export function wardInput(
  changes: Record<string, Figure> = {},
  options: Partial<SelfAssessmentInput> = {},
): SelfAssessmentInput {
  const figures = goodFigures(changes);
  const previous = goodFigures({ children_abused: given(1), children_injured: given(9) });
  return {
    standard,
    assessment: score(compileStandard(standard), { figures, previous, territoryClass: 'other' }),
    figures,
    previous,
    unit: {
      unitName: 'Phường Lương Văn Tri',
      unitType: 'ward',
      place: 'Phường Lương Văn Tri',
      provinceName: 'tỉnh Lạng Sơn',
    },
    year: 2026,
    date: { year: 2026, month: 11, day: null },
    ownerNames: Object.fromEntries(owners.map((owner, index) => [index + 1, owner])),
    signature: { lines: ['TM. Ủy ban nhân dân', 'KT. Chủ tịch', 'Phó Chủ tịch'], name: null },
    addressees: ['Ủy ban nhân dân tỉnh Lạng Sơn', 'Sở Y tế tỉnh Lạng Sơn'],
    recipients: ['Thường trực Đảng ủy phường', 'Thường trực HĐND phường', 'Lưu: VT, VHXH'],
    fictional: true,
    ...options,
  };
}

/** Stopped by one case of abuse, not fewer than the year before. */
export const wardWithDisqualifyingZero = (): OfficialDocument =>
  selfAssessmentDocument(wardInput({ children_abused: given(1), children_injured: given(7) }));

/** Half-way: figures missing, one that does not exist in this unit. */
export const wardHalfWay = (): OfficialDocument =>
  selfAssessmentDocument(
    wardInput({
      under1_fully_immunised: NO_DATA,
      children_total: { state: 'not_due' },
      petitions_total: notApplicable('trong năm trẻ em không có kiến nghị'),
    }),
  );

/** A document with one body of text, for what has nothing to do with scoring. */
export function documentWith(
  blocks: readonly Block[],
  changes: Partial<OfficialDocument> = {},
): OfficialDocument {
  return {
    language: 'vi-VN',
    metadataTitle: 'Kế hoạch thử',
    head: {
      issuingBody: ['Ủy ban nhân dân', 'Xã Châu Sơn'],
      number: null,
      symbol: 'KH-UBND',
      place: 'Châu Sơn',
      date: { year: 2026, month: 4, day: null },
    },
    documentType: 'Kế hoạch',
    title: ['Về việc thử'],
    addressees: [],
    legalBases: [],
    blocks,
    signature: { lines: ['Chủ tịch'], name: null },
    recipients: ['Lưu: VT'],
    annexes: [],
    runningNotice: null,
    ...changes,
  };
}
