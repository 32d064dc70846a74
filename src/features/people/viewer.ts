import { COLLECTION_ROLES, type Role } from '../../domain/organisation/index.ts';
import { hasRole, type PersonActor } from '../../platform/database/index.ts';
import type { Language } from '../../ui/language.ts';
import type { Viewer } from '../../ui/page.tsx';
import { messages } from './messages.ts';
import { worksIn } from './unit-standing.ts';

/** Roles that the self-assessment has no page for. */
const outsideAssessment: ReadonlySet<Role> = new Set([
  'administrator',
  'villageHead',
  'collaborator',
  'appraiser',
]);

const worksOnAssessment = (actor: PersonActor): boolean =>
  actor.memberships.some(({ role }) => !outsideAssessment.has(role));

const worksOnCollection = (actor: PersonActor): boolean =>
  actor.unit.level === 'commune' && actor.memberships.some(({ role }) => COLLECTION_ROLES.has(role));

/** The matters of a unit, each with the last part of its address; those of one line belong together. */
const matters = [
  ['tu-danh-gia'],
  ['so-lieu', 'dia-ban'],
  ['ke-hoach', 'nhiem-vu', 'chi-tieu', 'cam-ket', 'van-ban'],
  ['lich', 'ngay-nghi'],
  ['hoat-dong', 'kien-nghi', 'quy-tre-em'],
  ['minh-chung'],
] as const;
type Matter = (typeof matters)[number][number];

const hrefOf = (matter: Matter, unitCode: string): string =>
  matter === 'van-ban' ? '/van-ban' : `/don-vi/${unitCode}/${matter}`;

/** Which matter of which unit a page is about; null where it is about none. */
function matterOf(path: string, own: string): { readonly matter: Matter; readonly unitCode: string } | null {
  if (path === '/van-ban' || path.startsWith('/van-ban/')) return { matter: 'van-ban', unitCode: own };
  const [, unitCode, name] = /^\/don-vi\/(\d{5})\/([a-z-]+)/.exec(path) ?? [];
  const matter = matters.flat().find((one) => one === name);
  return matter === undefined || unitCode === undefined ? null : { matter, unitCode };
}

/**
 * The person signed in, with the links that their roles lead to, as the header of every page shows them: first the
 * matters, then, below, what belongs to the matter of this page. The level above finds all matters of a unit there.
 */
export function viewerOf(actor: PersonActor, language: Language, currentPath: string): Viewer {
  const words = messages[language].navigation;
  const path = currentPath.split('?')[0] ?? '';
  const { unit } = actor;
  const here = matterOf(path, unit.code);
  const item = (href: string, label: string) => ({
    href,
    label,
    current: path === href || path.startsWith(`${href}/`),
  });
  const group = (first: Matter, label: string) => ({
    href: hrefOf(first, unit.code),
    label,
    current: matters.some(
      (line) => line.some((one) => one === first) && line.some((one) => one === here?.matter),
    ),
  });
  const works = unit.level === 'commune' && worksIn(actor, unit.id);
  const every =
    here === null
      ? []
      : unit.level === 'province'
        ? matters
            .flat()
            .filter((matter) => matter !== 'van-ban' && matter !== 'ngay-nghi' && matter !== 'lich')
        : (matters.find((line) => line.some((one) => one === here.matter)) ?? []);
  const beside = every.filter((matter) => matter !== 'so-lieu' || worksOnCollection(actor));
  return {
    name: actor.name,
    unitName: unit.fullName,
    organisationName: actor.memberships[0]?.organisationName ?? messages[language].noRole,
    navigation: [
      ...(works ? [item('/viec-cua-toi', words.inbox)] : []),
      ...(unit.level === 'commune' && worksOnAssessment(actor)
        ? [group('tu-danh-gia', words.matters['tu-danh-gia'])]
        : []),
      ...(works
        ? [
            ...(worksOnCollection(actor) ? [group('so-lieu', words.matters['so-lieu'])] : []),
            group('ke-hoach', words.matters['ke-hoach']),
            group('lich', words.matters.lich),
            group('hoat-dong', words.matters['hoat-dong']),
            group('minh-chung', words.matters['minh-chung']),
          ]
        : []),
      ...(unit.level === 'province' ? [item('/toan-tinh', words.province)] : []),
      ...(hasRole(actor, 'administrator') ? [item('/nguoi-dung', words.people)] : []),
    ],
    matters:
      here === null || beside.length < 2
        ? []
        : beside.map((matter) => ({
            href: hrefOf(matter, here.unitCode),
            label: words.matters[matter],
            current: matter === here.matter,
          })),
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
