import type { PersonActor } from '../../platform/database/index.ts';
import type { Language } from '../../ui/language.ts';
import type { Round } from '../collection/index.ts';
import { messages } from './messages.ts';
import { importsPath, templateOfRoundPath } from './paths.ts';
import { mayImport } from './policy.ts';

/** What the page of a round offers: the form to fill in, and for who fills it in the way back. */
export function workbookLinks(
  actor: PersonActor,
  round: Round,
  unitCode: string,
  language: Language,
): readonly { readonly href: string; readonly label: string }[] {
  const { template, upload } = messages[language];
  const form = { href: templateOfRoundPath(unitCode, round.id), label: template.title };
  return round.state === 'open' && mayImport(actor, round.unitId)
    ? [form, { href: importsPath(unitCode, round.id), label: upload.title }]
    : [form];
}
