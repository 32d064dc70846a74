import {
  type CheckedEvidence,
  type CheckedIndicator,
  evidenceReasonWords,
  indicatorReasonWords,
  type ReasonWords,
} from '../../domain/evidence/index.ts';
import type { Standard } from '../../domain/scoring/index.ts';
import { formatDate, type Language } from '../../domain/text/index.ts';
import type { TagKind } from '../../ui/components/Tag.tsx';
import { messages } from './messages.ts';
import type { UsedEvidence } from './queries.ts';

export const STATE_KINDS = { enough: 'go', weak: 'wait', missing: 'stop' } as const satisfies Record<
  CheckedIndicator['state'],
  TagKind
>;
const STANDING_KINDS = { sound: 'go', weak: 'wait', not_counted: 'stop' } as const satisfies Record<
  CheckedEvidence['standing'],
  TagKind
>;

/** An evidence as pages and papers tell of it. */
export interface EvidenceInWords {
  readonly title: string;
  /** "Số 41/BC-TYT ngày 02/10/2026 · 3 trang". */
  readonly about: string;
  readonly kind: TagKind;
  /** "Đủ", "Yếu: thiếu số, ký hiệu". */
  readonly tag: string;
  readonly reasons: readonly ReasonWords[];
  /** "Số trong tệp khớp số đã nhập: …"; null where no figure was found. */
  readonly agreeing: string | null;
}

/** @param used what is known of the evidence beside the judgement */
export function evidenceInWords(
  checked: CheckedEvidence,
  used: UsedEvidence,
  standard: Standard,
  language: Language,
): EvidenceInWords {
  const words = messages[language];
  const reasons = checked.reasons.map((reason) => evidenceReasonWords(reason, standard, language));
  const standing = words.standings[checked.standing];
  return {
    title: used.title,
    about: aboutOf(used, language),
    kind: STANDING_KINDS[checked.standing],
    tag: reasons.length === 0 ? standing : `${standing}: ${reasons.map(({ short }) => short).join('; ')}`,
    reasons,
    agreeing:
      checked.agreeing.length === 0
        ? null
        : words.agrees(
            checked.agreeing
              .map((input) => standard.inputs[input]![language === 'vi' ? 'label' : 'labelEn'])
              .join('; '),
          ),
  };
}

/** What is wrong with an indicator as a whole, in words. */
export const indicatorInWords = (checked: CheckedIndicator, language: Language): ReasonWords[] =>
  checked.reasons.map((reason) => indicatorReasonWords(reason, language));

function aboutOf(
  { number, symbol, issuedOn, provesFrom, provesUntil, file }: UsedEvidence,
  language: Language,
): string {
  const words = messages[language];
  const date = issuedOn === null ? null : formatDate(issuedOn);
  const name = [number, symbol].filter((part) => part !== null).join('/');
  const document =
    name !== ''
      ? date === null
        ? words.numberOnly(name)
        : words.number(name, date)
      : date === null
        ? words.unnumbered
        : words.dateOnly(date);
  const period =
    provesFrom === null && provesUntil === null
      ? []
      : [
          words.proves(
            provesFrom === null ? '…' : formatDate(provesFrom),
            provesUntil === null ? '…' : formatDate(provesUntil),
          ),
        ];
  return [document, ...(file?.pages ? [words.pages(file.pages)] : []), ...period].join(' · ');
}

/** How many indicators are in each state. */
export function countStates(
  indicators: readonly CheckedIndicator[],
): Record<CheckedIndicator['state'], number> {
  const counts = { enough: 0, weak: 0, missing: 0 };
  for (const { state } of indicators) counts[state]++;
  return counts;
}
