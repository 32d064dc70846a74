import { periodName } from '../calendar/index.ts';
import { formatNumber, type Language } from '../text/index.ts';
import type { Finding } from './finding.ts';
import { type Item, itemLabel, totalLabel } from './items.ts';

/**
 * A finding in one sentence: what was said, against what, and what to look at.
 * @param nameOfPlace "Thôn Đoàn Kết" of an id; needed for findings of a round alone
 */
export function sentenceOfFinding(
  finding: Finding,
  items: readonly Item[],
  language: Language,
  nameOfPlace: (place: string) => string = (place) => place,
): string {
  const nameOfItem = finding.code === 'sum_differs' ? totalLabel : itemLabel;
  const label = (key: string): string => {
    const item = items.find((candidate) => candidate.key === key);
    return `“${item === undefined ? key : nameOfItem(item, language)}”`;
  };
  const number = (value: number): string => formatNumber(value, language);
  const period = (key: string): string => {
    const name = periodName(key, language);
    return language === 'vi' ? name.charAt(0).toLowerCase() + name.slice(1) : name;
  };
  return SENTENCES[language](finding, { label, number, period, nameOfPlace });
}

interface Words {
  readonly label: (key: string) => string;
  readonly number: (value: number) => string;
  readonly period: (key: string) => string;
  readonly nameOfPlace: (place: string) => string;
}

const SENTENCES: Readonly<Record<Language, (finding: Finding, words: Words) => string>> = {
  vi: (finding, { label, number, period, nameOfPlace }) => {
    const [first = '', second = ''] = finding.items;
    switch (finding.code) {
      case 'part_above_whole':
        return `${label(first)} (${number(finding.value)}) lớn hơn ${label(second)} (${number(finding.whole)}). Kiểm tra lại cả hai số.`;
      case 'ages_above_whole':
        return `Các nhóm tuổi cộng lại là ${number(finding.sum)}, lớn hơn ${label(finding.items.at(-1)!)} (${number(finding.whole)}). Kiểm tra lại từng nhóm tuổi.`;
      case 'ages_below_whole':
        return `Ba nhóm tuổi cộng lại là ${number(finding.sum)}, chưa bằng ${label(finding.items.at(-1)!)} (${number(finding.whole)}). Xem còn sót trẻ em nào.`;
      case 'fell_within_year':
        return `${label(first)} được cộng dồn từ đầu năm: ${period(finding.period)} đã có ${number(finding.before)}, kỳ này chỉ ${number(finding.value)}. Một trong hai số chưa đúng.`;
      case 'jumped':
        return `${label(first)}: ${period(finding.period)} là ${number(finding.before)}, kỳ này ${number(finding.value)}. Kiểm tra lại; nếu đúng, ghi lý do vào ghi chú của ô.`;
      case 'unlike_own_past':
        return `${label(first)}: các kỳ trước ${range(finding.least, finding.most, number)}, kỳ này ${number(finding.value)}. Kiểm tra lại; nếu đúng, ghi lý do vào ghi chú của ô.`;
      case 'periods_differ': {
        const counted =
          finding.known === finding.all
            ? `${number(finding.all)} kỳ ngắn hơn cộng lại`
            : `${number(finding.known)} trong ${number(finding.all)} kỳ ngắn hơn cộng lại đã`;
        return `${label(first)}: ${period(finding.longer)} ghi ${number(finding.value)}, nhưng ${counted} là ${number(finding.sum)}. Xem kỳ nào ghi thiếu hoặc ghi thừa.`;
      }
      case 'copied_from_before':
        return `Tất cả số liệu giống hệt ${period(finding.period)}. Xem có phải chép lại của kỳ trước không.`;
      case 'villages_differ':
        return `${label(first)}: phiếu này ghi ${number(finding.value)}, ${number(finding.in)}/${number(finding.asked)} thôn, tổ dân phố cộng lại là ${number(finding.sum)}. Đối chiếu hai nguồn; nếu đúng, ghi lý do vào ghi chú của ô.`;
      case 'same_as_other_place':
        return `${finding.places.map(nameOfPlace).join(', ')} có số liệu giống hệt nhau. Xem có nơi nào nộp nhầm phiếu của nơi khác không.`;
      case 'sum_differs': {
        const source = finding.source ?? 'kỳ tự đánh giá';
        return `${label(first)}: ${number(finding.in)}/${number(finding.asked)} nơi cộng lại là ${number(finding.sum)}, ${source} ghi ${number(finding.other)}. Đối chiếu hai nguồn.`;
      }
    }
  },
  en: (finding, { label, number, period, nameOfPlace }) => {
    const [first = '', second = ''] = finding.items;
    switch (finding.code) {
      case 'part_above_whole':
        return `${label(first)} (${number(finding.value)}) is above ${label(second)} (${number(finding.whole)}). Check both numbers.`;
      case 'ages_above_whole':
        return `The age groups come to ${number(finding.sum)}, above ${label(finding.items.at(-1)!)} (${number(finding.whole)}). Check each group.`;
      case 'ages_below_whole':
        return `The three age groups come to ${number(finding.sum)}, below ${label(finding.items.at(-1)!)} (${number(finding.whole)}). See whether a child was left out.`;
      case 'fell_within_year':
        return `${label(first)} is counted from the beginning of the year on: ${period(finding.period)} had ${number(finding.before)}, this period only ${number(finding.value)}. One of the two is wrong.`;
      case 'jumped':
        return `${label(first)}: ${number(finding.before)} in ${period(finding.period)}, now ${number(finding.value)}. Check it; if it is right, give the reason in the cell's comment.`;
      case 'unlike_own_past':
        return `${label(first)}: earlier periods ${range(finding.least, finding.most, number)}, now ${number(finding.value)}. Check it; if it is right, give the reason in the cell's comment.`;
      case 'periods_differ':
        return `${label(first)}: ${number(finding.value)} for ${period(finding.longer)}, but ${number(finding.known)} of its ${number(finding.all)} shorter periods come to ${number(finding.sum)}. See which says too little or too much.`;
      case 'copied_from_before':
        return `All figures are exactly those of ${period(finding.period)}. See whether they were copied.`;
      case 'villages_differ':
        return `${label(first)}: this sheet has ${number(finding.value)}, ${number(finding.in)} of ${number(finding.asked)} villages come to ${number(finding.sum)}. Compare the two sources; if it is right, give the reason in the cell's comment.`;
      case 'same_as_other_place':
        return `${finding.places.map(nameOfPlace).join(', ')} have exactly the same figures. See whether one of them sent the sheet of another.`;
      case 'sum_differs':
        return `${label(first)}: ${number(finding.in)} of ${number(finding.asked)} places come to ${number(finding.sum)}, ${finding.source ?? 'the self-assessment'} has ${number(finding.other)}. Compare the two sources.`;
    }
  },
};

/** "3–6", or one number where the past never moved. */
function range(least: number, most: number, number: (value: number) => string): string {
  return least === most ? number(least) : `${number(least)}–${number(most)}`;
}
