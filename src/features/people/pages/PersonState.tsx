import type { VNode } from 'preact';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { Language } from '../../../ui/language.ts';
import { messages } from '../messages.ts';
import type { Person } from '../queries.ts';

/** Whether an account is in use, waits for its first sign-in, or is disabled. */
export function PersonState({ person, language }: { person: Person; language: Language }): VNode {
  const words = messages[language].people;
  if (person.disabledAt !== null) return <Tag kind="plain">{words.disabled}</Tag>;
  if (person.mustChangePassword) return <Tag kind="wait">{words.awaitsFirstSignIn}</Tag>;
  return <Tag kind="go">{words.active}</Tag>;
}
