import type { Language } from '../../domain/text/index.ts';
import type { FieldError } from '../../ui/components/ErrorSummary.tsx';
import { activityMessages } from '../activities/index.ts';
import { messages } from './messages.ts';
import type { PetitionFaults } from './schema.ts';

/** Colours of the states of a petition. */
export const TAG_OF_STATE = { unsent: 'plain', waiting: 'wait', late: 'stop', answered: 'go' } as const;

/** The faults of a form as the summary and the fields say them. */
export function errorsOf(faults: PetitionFaults, language: Language): FieldError[] {
  const words = { ...activityMessages[language].faults, ...messages[language].faults };
  return Object.entries(faults).map(([field, fault]) => ({ field, message: words[fault] }));
}
