import { periodName } from '../../domain/calendar/index.ts';
import { PLACES_OF_LEVEL, type RoundLevel, type SheetState } from '../../domain/collection/index.ts';
import type { Language } from '../../domain/text/index.ts';
import type { FieldError } from '../../ui/components/ErrorSummary.tsx';
import type { TagKind } from '../../ui/components/Tag.tsx';
import { placeName } from '../places/index.ts';
import { messages } from './messages.ts';
import type { RoundFaults } from './schema.ts';

/** "Thôn Đoàn Kết". */
export const nameOfPlace = (of: { readonly placeType: string; readonly placeName: string }): string =>
  placeName({ type: of.placeType, name: of.placeName });

const KINDS: Readonly<Record<SheetState, TagKind>> = {
  open: 'plain',
  submitted: 'info',
  returned: 'wait',
  accepted: 'go',
};

/** The state of a sheet as a tag says it. */
export const sheetTag = (state: SheetState, language: Language): { kind: TagKind; word: string } => ({
  kind: KINDS[state],
  word: messages[language].round.filters[state],
});

const decapitalised = (text: string): string => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1);

/** The title that is proposed for a round; it is kept as the person leaves it, so it is Vietnamese for all. */
export const proposedTitle = (level: RoundLevel, period: string): string =>
  messages.vi.form.proposedTitle(PLACES_OF_LEVEL[level].vi, decapitalised(periodName(period, 'vi')));

/** The faults of a form of rounds for the summary above it. */
export const errorsOf = (faults: RoundFaults, language: Language): FieldError[] =>
  Object.entries(faults).map(([field, fault]) => ({ field, message: messages[language].faults[fault] }));
