import type { PersonActor } from '../../platform/database/index.ts';
import type { Language } from '../../ui/language.ts';
import { mayEnterFigures, type Round } from '../collection/index.ts';
import { messages } from './messages.ts';
import { importsPath, templateOfRoundPath } from './paths.ts';

/** What the page of a round offers: the form to fill in, and for who fills it in the way back. */
export function workbookLinks(
  actor: PersonActor,
  round: Pick<Round, 'id' | 'unitId' | 'level' | 'state'>,
  unitCode: string,
  language: Language,
): readonly { readonly href: string; readonly label: string }[] {
  const { template, upload } = messages[language];
  const form = { href: templateOfRoundPath(unitCode, round.id), label: template.title };
  return mayEnterFigures(actor, round)
    ? [form, { href: importsPath(unitCode, round.id), label: upload.title }]
    : [form];
}
