import { fold } from './fold.ts';
import type { Tier } from './lexicon/units.ts';
import type { Read, ReadCriteriaOwner } from './reading.ts';
import type { UnitKind } from './unit-kind.ts';
import { unitKindOf, unitLead } from './units.ts';

const HIGHEST = 20;
const ONE = '(?:tieu chi )?(?:so )?\\d{1,2}(?![\\d%./]\\d|%|\\s?(?:xa|phuong|thon|truong))';
const CRITERIA = new RegExp(
  `tieu chi(?: so)?:? (${ONE}(?:\\s?(?:,|;|va|-|den|va tieu chi|, tieu chi)+\\s?${ONE}){0,20})`,
  'gu',
);
const OWNS =
  /(?:theo doi|danh gia|phu trach|chiu trach nhiem|thuc hien|cham diem|tong hop|chu tri|thu thap|bao cao|cung cap|ra soat|tham dinh|quan ly|hoan thien|to chuc|dam nhan|tham muu|kiem tra|huong dan|xac nhan)[^.;]{0,160}$/u;
const MENTIONS = /(?:lam co so|nhu|vi du|quy dinh tai|truong hop|kho dat|diem liet)[^.;]{0,60}$/u;

/** "1, 3 và 5 đến 7" → 1, 3, 5, 6, 7. */
export function criteriaNumbers(text: string): readonly number[] {
  const numbers = new Set<number>();
  const folded = fold(text);
  for (const found of folded.matchAll(/(\d{1,2})(?:\s?(?:-|den)\s?(?:tieu chi )?(?:so )?(\d{1,2}))?/gu)) {
    const first = Number(found[1]);
    const last = found[2] ? Number(found[2]) : first;
    for (let number = first; number <= Math.min(last, HIGHEST); number++)
      if (number >= 1) numbers.add(number);
  }
  return [...numbers];
}

/** Criteria that a task gives to its organisation: "theo dõi, đánh giá các tiêu chí 5, 7, 8, 9". */
export function criteriaOfTask(text: string): readonly number[] {
  const folded = fold(text);
  if (!folded.includes('tieu chi')) return [];
  const numbers: number[] = [];
  for (const found of folded.matchAll(CRITERIA)) {
    const before = folded.slice(Math.max(0, found.index - 240), found.index);
    const owns = OWNS.test(before) || /^\s*(?:cac )?$/u.test(before);
    if (!owns || MENTIONS.test(before)) continue;
    numbers.push(...criteriaNumbers(found[1]!));
  }
  return [...new Set(numbers)].filter((number) => number <= HIGHEST);
}

const ROW =
  /^(?:\d{1,2}[.)]?\s+)?((?:[Cc]ác )?(?:nhóm )?[Tt]iêu chí (?:số )?\d{1,2}(?:(?:\s?,\s?|\s?;\s?|\svà\s|\s?-\s?|\sđến\s)(?:tiêu chí )?(?:số )?\d{1,2}){0,20})(?:\s?:|\s[–-])?\s+(?:giao\s)?(\p{L}.{3,200})$/u;

/** "Công an xã: tiêu chí 3, 4". */
function reversed(text: string): readonly string[] | null {
  const colon = text.indexOf(':');
  return colon > 0 && colon < 200 ? [text.slice(0, colon), text.slice(colon + 1, colon + 200)] : null;
}

/** A line or row that gives criteria to an organisation: "- Tiêu chí 3, 4: Công an phường". */
export function ownerInRow(
  read: Read,
  cells: readonly string[] | null,
  tier: Tier,
): ReadCriteriaOwner | null {
  const flat = ROW.exec(read.text.slice(0, 300));
  const parts = cells ?? (flat ? [flat[1]!, flat[2]!] : reversed(read.text));
  if (!parts) return null;
  const named = parts.findIndex((part) => /^\s*(?:các |nhóm )?tiêu chí (?:số )?\d/iu.test(part));
  if (named < 0) return null;
  const criteria = criteriaNumbers(
    /^\D*((?:\d{1,2}[\s,;và–đếnsoốtiêuch-]*)+)/iu.exec(parts[named]!.slice(0, 80))?.[1] ?? '',
  );
  const owner = parts.find((part, at) => at !== named && unitLead(part.trim(), tier)?.form === 'heading');
  if (criteria.length === 0 || !owner) return null;
  const unit = unitLead(owner.trim(), tier)!.unit;
  return { criteria, unit, unitKind: unitKindOf(unit, tier) as UnitKind, lines: read.lines };
}
