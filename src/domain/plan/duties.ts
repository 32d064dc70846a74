import { fold } from './fold.ts';
import { PERIODS } from './lexicon/time.ts';
import type { Read, ReadDuty } from './reading.ts';
import { sentencesOf } from './sentences.ts';
import type { UnitKind } from './unit-kind.ts';

const MAY_RETURN =
  /định kỳ|Định kỳ|tháng|quý|năm|thường xuyên|Thường xuyên|Trung thu|trung thu|dịp hè|đột xuất|hằng|Hằng|Hàng|hàng|khi /u;

/** What is to be done again and again, with the shortest period that the sentence names. */
export function dutiesOf(read: Read, who: string | null, whoKind: UnitKind | null): readonly ReadDuty[] {
  if (!MAY_RETURN.test(read.text)) return [];
  const duties: ReadDuty[] = [];
  for (const sentence of sentencesOf(read.text)) {
    const folded = fold(sentence.text);
    const period = PERIODS.find(([pattern]) => pattern.test(folded))?.[1];
    if (period)
      duties.push({ text: sentence.text, lines: read.lines, doubts: read.doubts, period, who, whoKind });
  }
  return duties;
}
