import type { ForumFinding } from '../../domain/activity/index.ts';
import { formatDate, formatNumber, type Language } from '../../domain/text/index.ts';
import type { TagKind } from '../../ui/components/Tag.tsx';
import { messages } from './messages.ts';

/** When an activity was held: a day, or from a day to another. */
export function heldText(
  { heldFrom, heldUntil }: { readonly heldFrom: string; readonly heldUntil: string | null },
  language: Language,
): string {
  const from = formatDate(heldFrom);
  return heldUntil === null ? from : messages[language].page.from(from, formatDate(heldUntil));
}

export interface FindingInWords {
  readonly rule: string;
  readonly found: string;
  readonly state: { readonly kind: TagKind; readonly word: string };
}

/** One rule of the forum as the checklist says it. */
export function findingInWords(finding: ForumFinding, language: Language): FindingInWords {
  const words = messages[language];
  const { rule, held, found, wanted } = finding;
  const text = (value: number | string | null): string => {
    if (value === null) return '…';
    if (typeof value === 'number') return formatNumber(value, language);
    return /^\d{4}-/.test(value) ? formatDate(value) : value;
  };
  const choices: Readonly<Record<string, string>> = words.form.previousChoices;
  const foundText =
    found === null
      ? words.forum.notNoted
      : words.forum.found[rule](rule === 'previousPetitions' ? (choices[found] ?? '') : text(found));
  const state =
    held === null
      ? ({ kind: 'plain', word: words.forum.states.unknown } as const)
      : held
        ? ({ kind: 'go', word: words.forum.states.held } as const)
        : ({ kind: 'stop', word: words.forum.states.broken } as const);
  return {
    rule: words.forum.rules[rule](rule === 'previousPetitions' ? '' : text(wanted)),
    found: foundText,
    state,
  };
}
