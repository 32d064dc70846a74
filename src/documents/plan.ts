import type { PlanContent, PlanPart, PlanSection } from '../domain/plan/content.ts';
import {
  type Block,
  type DocumentDate,
  END_MARK,
  heading,
  type OfficialDocument,
  paragraph,
  plain,
} from './block-model.ts';
import { romanNumeral } from './official-lines.ts';
import { titleLines } from './title-lines.ts';

/** What the paper carries besides its content. */
export interface PrintedPlan {
  /** Given when the plan is signed; null leaves the place blank. */
  readonly number: string | null;
  /** Month and day are null until the plan is signed. */
  readonly date: DocumentDate;
  /** Printed at the foot of every page. */
  readonly runningNotice: string | null;
}

/** The letters of "a) điểm" in the order of NĐ 30/2020 (Phụ lục I); f, j, w and z are not among them. */
const POINT_LETTERS = [...'abcdđeghiklmnopqrstuvxy'];

/** A plan in the layout of NĐ 30/2020/NĐ-CP: bases, sections in Roman figures, parts in Arabic ones, then the items. */
export function planDocument(content: PlanContent, printed: PrintedPlan): OfficialDocument {
  const type = sentenceCase(content.documentType);
  return {
    language: 'vi-VN',
    metadataTitle: `${type}: ${content.title}`,
    head: {
      issuingBody: content.issuingBody,
      number: printed.number,
      symbol: content.symbol,
      place: content.place,
      date: printed.date,
    },
    documentType: content.documentType,
    title: titleLines(content.title),
    addressees: [],
    legalBases: content.legalBases.map(({ text }) => text),
    blocks: [
      ...(content.opening === '' ? [] : [paragraph(content.opening)]),
      ...content.sections.flatMap((section, index) =>
        sectionBlocks(section, content.sections.slice(0, index).filter(hasHeading).length + 1),
      ),
      ...(content.closing === '' ? [] : [paragraph(`${withoutEndMark(content.closing)}${END_MARK}`)]),
    ],
    signature: {
      lines: [...content.signature.capacity, content.signature.title].filter((line) => line !== ''),
      name: content.signature.name,
    },
    recipients: content.recipients,
    annexes: [],
    runningNotice: printed.runningNotice,
  };
}

const hasHeading = ({ heading: title }: PlanSection): boolean => title !== '';

function sectionBlocks(section: PlanSection, number: number): readonly Block[] {
  // Headings of parts and numbered items directly below the section share one count.
  let count = 0;
  const next = () => {
    count += 1;
    return `${count}.`;
  };
  return [
    ...(hasHeading(section) ? [heading(1, `${romanNumeral(number)}. ${upperCase(section.heading)}`)] : []),
    ...section.parts.flatMap((part) => {
      const title = partHeading(part);
      if (title === null) return itemBlocks(part, part.items.map(part.form === 'numbered' ? next : () => ''));
      return [
        heading(2, `${next()} ${title}`),
        ...itemBlocks(
          part,
          part.items.map((_, place) => letter(place)),
        ),
      ];
    }),
  ];
}

/** "Công an phường", "Đề nghị Đoàn Thanh niên phường"; null where the items name for themselves whom they are for. */
function partHeading({ heading: title, assignee }: PlanPart): string | null {
  if (title === null) return null;
  // A heading is closed by no sign, whatever stood behind it where it was read.
  const open = title.replace(/[\s:;]+$/u, '');
  return assignee?.request && !/^đề nghị /iu.test(open) ? `Đề nghị ${open}` : open;
}

function itemBlocks({ form, items }: PlanPart, marks: readonly string[]): readonly Block[] {
  const runs = items.map(({ text }) => [plain(text)]);
  if (runs.length === 0) return [];
  if (form === 'paragraphs') return runs.map((one) => paragraph(...one));
  return [{ kind: 'list', items: runs, ...(form === 'numbered' ? { marks } : {}) }];
}

/** "a)", "b)", …, "y)", then "aa)". */
function letter(place: number): string {
  const size = POINT_LETTERS.length;
  const before = place < size ? '' : POINT_LETTERS[Math.floor(place / size) - 1]!;
  return `${before}${POINT_LETTERS[place % size]!})`;
}

/** Capitals, but for the numbers of documents: "06/QĐ-TTg" is not written otherwise. */
function upperCase(text: string): string {
  return text
    .split(' ')
    .map((word) => (/\d[^ ]*\//u.test(word) ? word : word.toLocaleUpperCase('vi')))
    .join(' ');
}

function sentenceCase(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1).toLocaleLowerCase('vi');
}

function withoutEndMark(text: string): string {
  return text.trimEnd().replace(/\s*(\.\/\.|[.;])$/u, '');
}
