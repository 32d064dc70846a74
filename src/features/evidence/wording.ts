import type { Standard } from '../../domain/scoring/index.ts';
import { formatDate, type Language } from '../../domain/text/index.ts';
import type { TagKind } from '../../ui/components/Tag.tsx';
import { messages } from './messages.ts';
import type { EventOfEvidence } from './queries/evidence.ts';

/** What kind of file it is, in a word. */
export function kindText(mediaType: string, language: Language): string {
  const words = messages[language].kinds;
  if (mediaType.startsWith('image/')) return words.picture;
  if (mediaType === 'application/pdf') return words.pdf;
  if (mediaType.startsWith('text/')) return words.text;
  if (/spreadsheet/.test(mediaType)) return words.sheet;
  return /presentation/.test(mediaType) ? words.slides : words.word;
}

/** What an indicator asks; empty where the standard has none of the code. */
export function statementIn({ criteria }: Standard, code: string | null, language: Language): string {
  const found = criteria.flatMap(({ indicators }) => indicators).find((one) => one.code === code);
  return (language === 'vi' ? found?.statement : found?.statementEn) ?? '';
}

interface OfDocument {
  readonly documentType: string | null;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
}

/** "41/BC-TYT"; null where it has neither. */
export function numberText({ number, symbol }: Pick<OfDocument, 'number' | 'symbol'>): string | null {
  return [number, symbol].filter((part) => part !== null).join('/') || null;
}

/** "Báo cáo 41/BC-TYT, 02/10/2026". */
export function documentText(document: OfDocument): string {
  const named = [document.documentType, numberText(document)].filter((part) => part !== null).join(' ');
  return [named, document.issuedOn === null ? '' : formatDate(document.issuedOn)]
    .filter((part) => part !== '')
    .join(', ');
}

export interface StateOfEvidence {
  readonly withdrawn: boolean;
  readonly expired: boolean;
  readonly showsChildren: boolean;
  readonly confidentiality: 'public' | 'internal' | 'restricted';
  readonly reading: string;
  readonly scan: string;
}

/** What is to be known of an evidence at a glance; that it is usable, where nothing stands against it. */
export function tagsOf(state: StateOfEvidence, language: Language): { kind: TagKind; word: string }[] {
  const words = messages[language].tags;
  const against: { kind: TagKind; word: string }[] = [];
  if (state.scan === 'infected') against.push({ kind: 'stop', word: words.infected });
  if (state.withdrawn) against.push({ kind: 'plain', word: words.withdrawn });
  if (state.expired) against.push({ kind: 'wait', word: words.expired });
  if (state.scan === 'waiting') against.push({ kind: 'info', word: words.scanWaiting });
  if (state.reading === 'unreadable') against.push({ kind: 'wait', word: words.unreadable });
  return [
    ...(against.length === 0 ? [{ kind: 'go' as const, word: words.usable }] : against),
    ...(state.showsChildren ? [{ kind: 'info' as const, word: words.showsChildren }] : []),
    ...(state.confidentiality === 'restricted' ? [{ kind: 'info' as const, word: words.restricted }] : []),
  ];
}

/** "2026.5.1,2026.5.2" as people read it; ids of tasks become the word. */
function detailText(detail: string, language: Language): string {
  return detail
    .split(',')
    .map((part) => {
      const [, year, code] = /^(\d{4})\.(.+)$/.exec(part) ?? [];
      if (year !== undefined) return `${code} (${year})`;
      return part.length === 36 ? messages[language].taskWord : part;
    })
    .join(', ');
}

/** What happened to an evidence, in a sentence; unknown kinds say their name. */
export function eventText({ kind, detail }: EventOfEvidence, language: Language): string {
  const words: Readonly<Record<string, (detail: string) => string>> = messages[language].events;
  return words[kind]?.(detailText(detail ?? '', language)) ?? kind;
}
