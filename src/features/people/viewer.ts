import type { Role } from '../../domain/organisation/index.ts';
import { hasRole, type PersonActor } from '../../platform/database/index.ts';
import type { Language } from '../../ui/language.ts';
import type { Viewer } from '../../ui/page.tsx';
import { messages } from './messages.ts';

/** Roles that the self-assessment has no page for. */
const outsideAssessment: ReadonlySet<Role> = new Set([
  'administrator',
  'villageHead',
  'collaborator',
  'appraiser',
]);

const worksOnAssessment = (actor: PersonActor): boolean =>
  actor.memberships.some(({ role }) => !outsideAssessment.has(role));

/** The person signed in, with the links that their roles lead to, as the header of every page shows them. */
export function viewerOf(actor: PersonActor, language: Language, currentPath: string): Viewer {
  const words = messages[language].navigation;
  const path = currentPath.split('?')[0] ?? '';
  const item = (href: string, label: string) => ({
    href,
    label,
    current: path === href || path.startsWith(`${href}/`),
  });
  const { unit } = actor;
  return {
    name: actor.name,
    unitName: unit.fullName,
    organisationName: actor.memberships[0]?.organisationName ?? messages[language].noRole,
    navigation: [
      ...(unit.level === 'commune' && worksOnAssessment(actor)
        ? [item(`/don-vi/${unit.code}/tu-danh-gia`, words.assessment)]
        : []),
      ...(unit.level === 'province' ? [item('/toan-tinh', words.province)] : []),
      ...(hasRole(actor, 'administrator') ? [item('/nguoi-dung', words.people)] : []),
    ],
  };
}

/** What every page about made-up data says; undefined for all others. */
export function bannerFor(unit: { readonly fictional: boolean }, language: Language): string | undefined {
  return unit.fictional ? messages[language].fictional : undefined;
}

/** What every page says to people of a unit with made-up data; undefined for all others. */
export function bannerOf(actor: PersonActor | null, language: Language): string | undefined {
  return actor === null ? undefined : bannerFor(actor.unit, language);
}
