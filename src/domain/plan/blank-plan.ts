import { citationText, type LegalRegistry, type RegisteredDocument } from '../legal/index.ts';
import {
  CHILD_FRIENDLY,
  CHILDREN_WORK,
  type DraftOrganisation,
  lowerFirst,
  REQUESTED_KINDS,
  type SubjectWording,
  tasksOf,
} from './blank-wording.ts';
import type { PlanContent, PlanItem, PlanPart, PlanSection } from './content.ts';
import type { UnitKind } from './unit-kind.ts';
import { unitKindOf } from './units.ts';

/** The kind of organisation that answers for the plan as a whole. */
export const STANDING_BODY = 'culture_society';

/** What a first draft is made for. */
export interface BlankPlanInput {
  readonly unit: {
    /** "Phường Lương Văn Tri". */
    readonly name: string;
    /** As it stands in a sentence: "xã Châu Sơn". */
    readonly inSentence: string;
    /** "phường". */
    readonly noun: string;
    /** Printed before the date. */
    readonly place: string;
  };
  readonly year: number;
  readonly subject: 'child_friendly' | 'children_work';
  /** Those in force on a day of the plan's year, as they are called then. */
  readonly organisations: readonly DraftOrganisation[];
  /** The criteria of the standard with the kind of organisation that is proposed for each. */
  readonly criteria: readonly { readonly number: number; readonly owner: string }[];
  /** Where the bases are taken from. */
  readonly registry: LegalRegistry;
  /** Documents of the level above that the plan carries out, in full: "Kế hoạch số 23/KH-SYT ngày …". */
  readonly superiors?: readonly string[];
  /** The department to which the ward or commune reports; null where nobody knows. */
  readonly superiorBody: string | null;
  readonly newId: () => string;
}

/** Number and date of the documents on which such a plan rests, in the order in which it names them. */
const BASES: Readonly<Record<BlankPlanInput['subject'], readonly (readonly [string, string])[]>> = {
  child_friendly: [
    ['102/2016/QH13', '2016-04-05'],
    ['06/QĐ-TTg', '2019-01-03'],
    ['604/TE-PTTG', '2019-09-20'],
  ],
  children_work: [
    ['102/2016/QH13', '2016-04-05'],
    ['56/2017/NĐ-CP', '2017-05-09'],
    ['23/QĐ-TTg', '2021-01-07'],
    ['06/QĐ-TTg', '2019-01-03'],
  ],
};

/**
 * A complete first draft: bases, purposes, work, funding, assignments with the organisations of the year, criteria given
 * to those who follow them, reporting, recipients and signature. Every text is meant to be changed.
 */
export function blankPlan(input: BlankPlanInput): PlanContent {
  const { unit, year, newId } = input;
  const wording = input.subject === 'child_friendly' ? CHILD_FRIENDLY : CHILDREN_WORK;
  const subject = wording.subject(unit.noun, year);
  const place = `trên địa bàn ${unit.inSentence}`;
  return {
    documentType: 'KẾ HOẠCH',
    symbol: 'KH-UBND',
    issuingBody: ['Ủy ban nhân dân', unit.name],
    place: unit.place,
    year,
    title: `${subject} ${place}`,
    legalBases: [
      ...basesIn(input.registry, input.subject, year).map((one) => `Căn cứ ${citationText(one, 'first')}`),
      ...(input.superiors ?? []).map((superior) => `Thực hiện ${superior}`),
    ].map((text) => ({ id: newId(), text })),
    opening: `Ủy ban nhân dân ${unit.inSentence} ban hành Kế hoạch ${lowerFirst(subject)} như sau:`,
    sections: sectionsOf(input, wording),
    closing: `Trên đây là Kế hoạch ${lowerFirst(subject)} ${place}; yêu cầu các cơ quan, đơn vị, đề nghị các tổ chức liên quan triển khai thực hiện`,
    recipients: [
      ...(input.superiorBody === null ? [] : [`${input.superiorBody} (b/c)`]),
      `Thường trực Đảng ủy, Thường trực HĐND ${unit.noun} (b/c)`,
      `Chủ tịch, các Phó Chủ tịch UBND ${unit.noun}`,
      `Ủy ban MTTQ Việt Nam và các tổ chức chính trị - xã hội ${unit.noun}`,
      'Các cơ quan, đơn vị nêu tại Kế hoạch',
      'Lưu: VT, VHXH',
    ],
    signature: { capacity: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH'], title: 'PHÓ CHỦ TỊCH', name: null },
  };
}

/** Those of the list that the registry knows and that were issued before the year of the plan is over. */
function basesIn(
  registry: LegalRegistry,
  subject: BlankPlanInput['subject'],
  year: number,
): readonly RegisteredDocument[] {
  return BASES[subject].flatMap(([number, issuedOn]) =>
    registry
      .byNumber(number)
      .filter((one) => one.issuedOn === issuedOn && issuedOn <= `${year}-12-31`)
      .filter(({ inForce }) => inForce.until === null || inForce.until >= `${year}-01-01`),
  );
}

function sectionsOf(input: BlankPlanInput, wording: SubjectWording): readonly PlanSection[] {
  const { newId, unit, year } = input;
  const items = (texts: readonly string[]) => texts.map((text) => itemOf(newId, text));
  const part = (given: Partial<PlanPart>): PlanPart => ({
    id: newId(),
    heading: null,
    objectiveKind: null,
    assignee: null,
    form: 'bullets',
    items: [],
    ...given,
  });
  const section = (role: PlanSection['role'], heading: string, parts: readonly PlanPart[]): PlanSection => ({
    id: newId(),
    role,
    heading,
    parts,
  });
  return [
    section('purpose', 'Mục đích, yêu cầu', [
      part({ heading: 'Mục đích', objectiveKind: 'purpose', items: items(wording.purposes(unit.noun)) }),
      part({
        heading: 'Yêu cầu',
        objectiveKind: 'requirement',
        items: items(wording.requirements(unit.noun)),
      }),
    ]),
    section('measures', 'Nội dung thực hiện', [
      part({ form: 'numbered', items: items(wording.measures(unit.noun, year)) }),
    ]),
    section('funding', 'Kinh phí thực hiện', [
      part({ form: 'paragraphs', items: items(wording.funding(unit.noun, year)) }),
    ]),
    section('assignments', 'Tổ chức thực hiện', assignmentsOf(input, part)),
    section('reporting', 'Chế độ thông tin, báo cáo', [
      part({
        form: 'numbered',
        items: wording.reporting(unit.noun, year).map((one) => ({ ...itemOf(newId, one.text), ...one })),
      }),
    ]),
  ];
}

/** The organisations with their work; those who are requested come after those who are ordered, villages last. */
function assignmentsOf(
  { organisations, criteria, unit, year, newId }: BlankPlanInput,
  part: (given: Partial<PlanPart>) => PlanPart,
): readonly PlanPart[] {
  const rank = (kind: UnitKind) => (kind === 'village_heads' ? 2 : REQUESTED_KINDS.has(kind) ? 1 : 0);
  // A criterion whose owner the unit does not have goes to the one that answers for the plan.
  const ownerOf = (owner: string) =>
    organisations.some(({ kind }) => kind === owner) ? owner : STANDING_BODY;
  return organisations
    .map(({ kind, name }) => ({ kind, name, unitKind: unitKindOf(name, 'commune') }))
    .sort((a, b) => rank(a.unitKind) - rank(b.unitKind))
    .flatMap(({ kind, name, unitKind }) => {
      const numbers = criteria.filter(({ owner }) => ownerOf(owner) === kind).map(({ number }) => number);
      const tasks = tasksOf(unitKind, unit.noun, year);
      if (tasks.length === 0 && numbers.length === 0) return [];
      const criterion = numbers.length === 0 ? [] : [criteriaItem(newId, numbers, unit.noun)];
      return [
        part({
          heading: name,
          assignee: { unit: name, unitKind, request: REQUESTED_KINDS.has(unitKind) },
          items: [...tasks.map((task) => ({ ...itemOf(newId, task.text), ...task })), ...criterion],
        }),
      ];
    });
}

function criteriaItem(newId: () => string, numbers: readonly number[], noun: string): PlanItem {
  const named = `${numbers.length > 1 ? 'các tiêu chí' : 'tiêu chí'} ${numbers.join(', ')}`;
  return {
    ...itemOf(
      newId,
      `Theo dõi, đánh giá ${named} của Quy định tiêu chuẩn ${noun} phù hợp với trẻ em ban hành kèm theo Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ; lưu giữ hồ sơ kiểm chứng.`,
    ),
    criteria: numbers,
  };
}

function itemOf(id: () => string, text: string): PlanItem {
  return { id: id(), text, targets: [], criteria: [], deadlines: [], recurrence: null };
}
