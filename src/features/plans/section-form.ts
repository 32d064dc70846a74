import type { PlanContent, PlanSection } from '../../domain/plan/index.ts';
import { formatDate, normaliseText } from '../../domain/text/index.ts';

/** A section as the boxes of its form hold it: whatever was typed, right or wrong. */
export interface TypedSection {
  readonly heading: string;
  readonly role: string;
  /** Where it stands among the sections, from 1. */
  readonly position: string;
  readonly remove: boolean;
  readonly parts: readonly TypedPart[];
  readonly newPart: string;
}

export interface TypedPart {
  readonly id: string;
  readonly heading: string;
  readonly objectiveKind: string;
  readonly unit: string;
  readonly unitKind: string;
  readonly request: boolean;
  readonly form: string;
  readonly remove: boolean;
  readonly items: readonly TypedItem[];
  /** New items, one a line. */
  readonly added: string;
}

export interface TypedItem {
  readonly id: string;
  readonly text: string;
  readonly remove: boolean;
  /** "len", "xuong", or the part that it goes to; empty where it stays. */
  readonly move: string;
  readonly criteria: string;
  readonly recurrence: string;
  readonly targets: readonly TypedTarget[];
  readonly deadlines: readonly TypedDeadline[];
}

export interface TypedTarget {
  readonly text: string;
  readonly operator: string;
  readonly value: string;
  readonly of: string;
  readonly unit: string;
}

export interface TypedDeadline {
  readonly date: string;
  readonly bound: string;
}

const numberText = (value: number | null): string => (value === null ? '' : String(value).replace('.', ','));

/** What the boxes show of a section as it is stored. */
export function typedOf(content: PlanContent, section: PlanSection): TypedSection {
  return {
    heading: section.heading,
    role: section.role,
    position: String(content.sections.findIndex(({ id }) => id === section.id) + 1),
    remove: false,
    parts: section.parts.map((part) => ({
      id: part.id,
      heading: part.heading ?? '',
      objectiveKind: part.objectiveKind ?? '',
      unit: part.assignee?.unit ?? '',
      unitKind: part.assignee?.unitKind ?? '',
      request: part.assignee?.request ?? false,
      form: part.form,
      remove: false,
      items: part.items.map((item) => ({
        id: item.id,
        text: item.text,
        remove: false,
        move: '',
        criteria: item.criteria.join(', '),
        recurrence: item.recurrence ?? '',
        targets: item.targets.map((target) => ({
          text: target.text,
          operator: target.operator,
          value: numberText(target.value),
          of: numberText(target.of),
          unit: target.unit ?? '',
        })),
        deadlines: item.deadlines.map(({ date, bound }) => ({ date: formatDate(date), bound })),
      })),
      added: '',
    })),
    newPart: '',
  };
}

/** How many targets and due dates of one item a form may bring: more is no paper, but an attack. */
const MOST_OF_ONE_ITEM = 40;
const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 1_000;

/** Ids of the program and of the reader alike. */
const ID = /^[\w-]{1,64}$/;

/** The empty boxes at the end of each item, and those that were emptied, say nothing. */
const isFilled = ({ text, value, of, unit }: TypedTarget): boolean =>
  [text, value, of, unit].some((box) => box !== '');

const idsOf = (text: string): string[] => [...new Set(text.split(' ').filter((id) => ID.test(id)))];

/** Reads the boxes of a section; the hidden lists of ids say which parts and items the form held, and in which order. */
export function readSection(form: Readonly<Record<string, string>>): TypedSection {
  const text = (name: string, longest = LONGEST_LINE): string =>
    normaliseText(form[name] ?? '').slice(0, longest);
  const list = <One>(most: (index: number) => One | null): One[] => {
    const found: One[] = [];
    for (let index = 0; index < MOST_OF_ONE_ITEM; index++) {
      const one = most(index);
      if (one === null) break;
      found.push(one);
    }
    return found;
  };
  const itemOf = (id: string): TypedItem => {
    const at = `m.${id}`;
    return {
      id,
      text: text(`${at}.noi_dung`, LONGEST_TEXT).replace(/\s+/gu, ' '),
      remove: form[`${at}.bo`] !== undefined,
      move: text(`${at}.chuyen`),
      criteria: text(`${at}.tieu_chi`),
      recurrence: text(`${at}.lap`),
      targets: list((index) => {
        const one = `${at}.ct${index}`;
        return form[`${one}.noi_dung`] === undefined
          ? null
          : {
              text: text(`${one}.noi_dung`, LONGEST_TEXT).replace(/\s+/gu, ' '),
              operator: text(`${one}.dau`),
              value: text(`${one}.so`),
              of: text(`${one}.tren`),
              unit: text(`${one}.don_vi`),
            };
      }).filter(isFilled),
      deadlines: list((index) => {
        const one = `${at}.han${index}`;
        return form[`${one}.ngay`] === undefined
          ? null
          : { date: text(`${one}.ngay`), bound: text(`${one}.moc`) };
      }).filter(({ date }) => date !== ''),
    };
  };
  return {
    heading: text('tieu_de'),
    role: text('vai_tro'),
    position: text('vi_tri'),
    remove: form.bo_muc !== undefined,
    parts: idsOf(form.phan ?? '').map((id) => ({
      id,
      heading: text(`p.${id}.tieu_de`),
      objectiveKind: text(`p.${id}.loai`),
      unit: text(`p.${id}.don_vi`),
      unitKind: text(`p.${id}.loai_don_vi`),
      request: form[`p.${id}.de_nghi`] !== undefined,
      form: text(`p.${id}.cach_in`),
      remove: form[`p.${id}.bo`] !== undefined,
      items: idsOf(form[`p.${id}.muc`] ?? '').map(itemOf),
      added: text(`p.${id}.them`, LONGEST_TEXT),
    })),
    newPart: text('phan_moi'),
  };
}
