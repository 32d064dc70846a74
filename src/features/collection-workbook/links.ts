import type { Language } from '../../ui/language.ts';
import type { Round } from '../collection/index.ts';
import { messages } from './messages.ts';
import { importsPath, templateOfRoundPath } from './paths.ts';

/** What the page of a round offers: the form to fill in, and for who enters figures the way back. */
export function workbookLinks(
  round: Round,
  enters: boolean,
  unitCode: string,
  language: Language,
): readonly { readonly href: string; readonly label: string }[] {
  const { template, upload } = messages[language];
  const form = { href: templateOfRoundPath(unitCode, round.id), label: template.title };
  return enters ? [form, { href: importsPath(unitCode, round.id), label: upload.title }] : [form];
}
