import {
  type PlanDeadline,
  type PlanItem,
  type PlanPart,
  type PlanSection,
  type PlanTarget,
  type SectionRole,
  UNIT_KINDS,
  type UnitKind,
} from '../../domain/plan/index.ts';
import { parseDecimal, parseVietnameseDate } from '../../domain/text/index.ts';
import {
  BOUNDS,
  type Bound,
  OBJECTIVE_KINDS,
  type ObjectiveKind,
  OPERATORS,
  oneOf,
  PART_FORMS,
  PERIODS,
  SECTION_ROLES,
} from './choices.ts';
import type { TypedDeadline, TypedItem, TypedPart, TypedSection, TypedTarget } from './section-form.ts';

export type SectionFaultCode =
  | 'heading_missing'
  | 'text_missing'
  | 'criteria_unreadable'
  | 'value_unreadable'
  | 'whole_unreadable'
  | 'target_incomplete'
  | 'date_unreadable'
  | 'unit_missing';

/** What cannot be kept, at which box. */
export interface SectionFault {
  readonly field: string;
  readonly code: SectionFaultCode;
}

/** A section read from its form, with the items that leave it for another part. */
export interface ChangedSection {
  /** Null where it is taken out. */
  readonly section: PlanSection | null;
  /** From 1. */
  readonly position: number;
  readonly leaving: readonly { readonly item: PlanItem; readonly toPart: string }[];
}

export type SectionReading =
  | { readonly ok: true; readonly changed: ChangedSection }
  | { readonly ok: false; readonly faults: readonly SectionFault[] };

/** Makes a section of what was typed. Boxes of a target or due date that were left or made empty take it away. */
export function sectionOf(typed: TypedSection, id: string, newId: () => string): SectionReading {
  const faults: SectionFault[] = [];
  const leaving: { item: PlanItem; toPart: string }[] = [];
  const fault = (field: string, code: SectionFaultCode) => faults.push({ field, code });
  if (typed.remove)
    return { ok: true, changed: { section: null, position: Number(typed.position) || 1, leaving: [] } };
  if (typed.heading === '') fault('tieu_de', 'heading_missing');
  const role = oneOf(SECTION_ROLES, typed.role) ?? 'other';
  const parts: PlanPart[] = typed.parts
    .filter(({ remove }) => !remove)
    .map((part) => {
      const items: (PlanItem | null)[] = part.items.map((one) => {
        if (one.remove) return null;
        const item = itemOf(one, fault);
        if (one.move === '' || one.move === 'len' || one.move === 'xuong' || one.move === part.id)
          return item;
        leaving.push({ item, toPart: one.move });
        return null;
      });
      return {
        id: part.id,
        heading: part.heading === '' ? null : part.heading,
        objectiveKind: objectiveKindOf(role, part.objectiveKind),
        assignee: assigneeOf(role, part, fault),
        form: oneOf(PART_FORMS, part.form) ?? 'bullets',
        items: [
          ...inOrder(part.items, items),
          ...part.added
            .split('\n')
            .map((line) => line.replace(/\s+/gu, ' ').trim())
            .filter((line) => line !== '')
            .map((line) => plainItem(newId(), line)),
        ],
      };
    });
  if (typed.newPart !== '') parts.push(newPart(newId(), role, typed.newPart));
  if (faults.length > 0) return { ok: false, faults };
  // What moves between two parts of this section never leaves it.
  const own = new Set(parts.map((part) => part.id));
  const section: PlanSection = {
    id,
    role,
    heading: typed.heading,
    parts: parts.map((part) => ({
      ...part,
      items: [...part.items, ...leaving.filter(({ toPart }) => toPart === part.id).map(({ item }) => item)],
    })),
  };
  return {
    ok: true,
    changed: {
      section,
      position: Number.parseInt(typed.position, 10) || 1,
      leaving: leaving.filter(({ toPart }) => !own.has(toPart)),
    },
  };
}

/** An item with nothing hanging on it. */
export const plainItem = (id: string, text: string): PlanItem => ({
  id,
  text,
  targets: [],
  criteria: [],
  deadlines: [],
  recurrence: null,
});

/** A part with nothing in it; in a section of assignments its heading names who does the work. */
function newPart(id: string, role: SectionRole, heading: string): PlanPart {
  const request = /^đề nghị /iu.test(heading);
  const unit = heading.replace(/^đề nghị /iu, '');
  return {
    id,
    heading,
    objectiveKind: objectiveKindOf(role, ''),
    assignee: role === 'assignments' ? { unit, unitKind: 'other', request } : null,
    form: 'bullets',
    items: [],
  };
}

/** Items one place up or down, as asked; those taken out are left out. */
function inOrder(typed: readonly TypedItem[], items: readonly (PlanItem | null)[]): PlanItem[] {
  const order = items.flatMap((item, place) => (item === null ? [] : [{ item, move: typed[place]!.move }]));
  for (let place = 1; place < order.length; place++)
    if (order[place]!.move === 'len') order.splice(place - 1, 0, ...order.splice(place, 1));
  for (let place = order.length - 2; place >= 0; place--)
    if (order[place]!.move === 'xuong') order.splice(place + 1, 0, ...order.splice(place, 1));
  return order.map(({ item }) => item);
}

function objectiveKindOf(role: SectionRole, typed: string): ObjectiveKind | null {
  if (role === 'purpose') return oneOf(OBJECTIVE_KINDS, typed) ?? 'purpose';
  if (role === 'objectives') return oneOf(OBJECTIVE_KINDS, typed) ?? 'specific';
  return null;
}

function assigneeOf(
  role: SectionRole,
  part: TypedPart,
  fault: (field: string, code: SectionFaultCode) => void,
): PlanPart['assignee'] {
  if (role !== 'assignments') return null;
  // A part of the assignments may hold what is for nobody in particular, such as a closing sentence.
  if (part.unit === '' && part.unitKind === '') return null;
  const unit = part.unit === '' ? part.heading : part.unit;
  if (unit === '') fault(`p.${part.id}.don_vi`, 'unit_missing');
  return { unit, unitKind: oneOf<UnitKind>(UNIT_KINDS, part.unitKind) ?? 'other', request: part.request };
}

function itemOf(typed: TypedItem, fault: (field: string, code: SectionFaultCode) => void): PlanItem {
  const at = `m.${typed.id}`;
  if (typed.text === '') fault(`${at}.noi_dung`, 'text_missing');
  const criteria = typed.criteria === '' ? [] : typed.criteria.split(/[\s,;]+/u).filter((one) => one !== '');
  if (criteria.some((one) => !/^\d{1,2}$/.test(one) || Number(one) === 0))
    fault(`${at}.tieu_chi`, 'criteria_unreadable');
  return {
    id: typed.id,
    text: typed.text,
    criteria: [...new Set(criteria.map(Number))].sort((a, b) => a - b),
    recurrence: oneOf(PERIODS, typed.recurrence) ?? null,
    targets: typed.targets.map((target, index) => targetOf(target, `${at}.ct${index}`, fault)),
    deadlines: typed.deadlines.flatMap((one, index) => deadlineOf(one, `${at}.han${index}`, fault) ?? []),
  };
}

function targetOf(
  typed: TypedTarget,
  at: string,
  fault: (field: string, code: SectionFaultCode) => void,
): PlanTarget {
  const figure = (text: string, field: string, code: SectionFaultCode): number | null => {
    if (text === '') return null;
    const read = parseDecimal(text.replace(/\s*%$/u, ''));
    if (read.ok && read.value.numerator >= 0) return Number(read.value.text);
    fault(field, code);
    return null;
  };
  if (typed.text === '') fault(`${at}.noi_dung`, 'target_incomplete');
  return {
    text: typed.text,
    operator: oneOf(OPERATORS, typed.operator) ?? '>=',
    value: figure(typed.value, `${at}.so`, 'value_unreadable'),
    of: figure(typed.of, `${at}.tren`, 'whole_unreadable'),
    unit: typed.unit === '' ? null : typed.unit,
  };
}

function deadlineOf(
  typed: TypedDeadline,
  at: string,
  fault: (field: string, code: SectionFaultCode) => void,
): PlanDeadline | null {
  const date = parseVietnameseDate(typed.date);
  if (date === null) {
    fault(`${at}.ngay`, 'date_unreadable');
    return null;
  }
  return { date, bound: oneOf<Bound>(BOUNDS, typed.bound) ?? 'before' };
}
