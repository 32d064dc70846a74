import { type Answer, look, type Row, table } from './oracle.ts';
import { collection } from './oracle-of-collection.ts';
import { evidence } from './oracle-of-evidence.ts';
import { places } from './oracle-of-places.ts';
import { plans } from './oracle-of-plans.ts';
import { evidenceOfTheYear } from './oracle-of-the-evidence-file.ts';

/**
 * Who may do what with plans and the work of the year, written from the sentences and apart from the policies:
 * nothing of them is used here.
 *
 * - Whoever works in the unit reads, in whatever role but that of a mere administrator; the appraiser of its province
 *   reads too and changes nothing. For everybody else there is nothing.
 * - A reading exists for the planning officer alone; a draft for the planning officer and for the leader, who may sign it.
 *   A file in which children can be recognised does not leave the unit, nor one of a task, of which nobody has said it.
 * - The planning officer changes everything, except that an organisation itself reports on its work: progress and
 *   difficulties whoever leads or takes part, that it is done whoever leads. The figure of the standard belongs to the
 *   owner of its criterion.
 * - A target's figure is recorded by its owner too, an activity by the organisation that held it, an answer to a petition
 *   by whom it was addressed to, a commitment by the village heads, the fund by the economy's officer.
 * - What stands in the log is taken out by the planning officer or by whoever recorded it; here a colleague did.
 */

/** What belongs to no unit in particular, or to the own one. */
const ownAffairs = table(`
                              nobody oneTime person administrator appraiser provinceAdministrator
GET  /viec-cua-toi            in     new     ok     ok            ok        ok
POST /viec-cua-toi/da-doc     in     new     ok     ok            ok        ok
GET  /tai-khoan/lich          in     new     ok     --            --        --
POST /tai-khoan/lich          in     new     ok     --            --        --
POST /tai-khoan/lich/thu-hoi  in     new     ok     --            --        --
GET  /van-ban                 in     new     ok     --            ok        --
`);

/** The secret of a calendar is all that is asked for: known it opens, unknown there is nothing, for whomever. */
const feeds = table(`
                   nobody oneTime person administrator appraiser provinceAdministrator
GET /lich/:file    ok     new     ok     ok            ok        ok
`);

/** The own registry of legal documents; who does not keep it learns nothing of what is in an address. */
const registry = table(`
                         planner worker administrator appraiser provinceAdministrator
GET  /van-ban/moi        ok      no     --            no        --
POST /van-ban/moi        ok      no     --            no        --
GET  /van-ban/:id        ok      no     --            no        --
POST /van-ban/:id        ok      no     --            no        --
POST /van-ban/:id/xoa    ok      no     --            no        --
`);

/**
 * The work of a unit. `lead` works in the organisation that leads the task, owns the target, held the activity;
 * `partner` in the one that takes part, and to which the petition was addressed; `worker` in neither.
 */
const work = [
  ...plans,
  ...places,
  ...table(`
                                                         planner lead partner worker leader village economy above
GET  /don-vi/:unit/nhiem-vu                              ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/nhiem-vu/moi                          ok      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/moi                          ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/nhiem-vu/tong-hop                     ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/nhiem-vu/tong-hop/nhac                ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/nhiem-vu/kiem-tra                     ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/nhiem-vu/kiem-tra                     ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/nhiem-vu/kho-khan                     ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/nhiem-vu/kho-khan         mine        ok      ok   ok      ok     ok     ok      ok      no
POST /don-vi/:unit/nhiem-vu/kho-khan         another     no      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/kho-khan/:difficulty         ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/nhiem-vu/:id              station     ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/nhiem-vu/:id              front       ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/nhiem-vu/:id/tep/:file    station     ok      ok   ok      ok     ok     ok      ok      --
POST /don-vi/:unit/nhiem-vu/:id/tien-do      station     no      ok   ok      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/tien-do      front       no      ok   ok      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/phat-sinh    station     no      ok   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/phat-sinh    front       no      ok   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/kho-khan     station     no      ok   ok      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/kho-khan     front       no      ok   ok      no     no     no      no      no
GET  /don-vi/:unit/nhiem-vu/:id/phan-cong    station     ok      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/phan-cong    station     ok      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/phan-cong    front       ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/nhiem-vu/:id/han          station     ok      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/han          station     ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/nhiem-vu/:id/tach         station     ok      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/tach         station     ok      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/dong         station     ok      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/dong         closed      late    no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/mo-lai       station     late    no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/mo-lai       closed      ok      no   no      no     no     no      no      no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/bao-cao      waiting  no   ok   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/bao-cao      reported no   late no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/bao-cao      front    no   ok   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/chap-nhan    waiting  late no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/chap-nhan    reported ok   no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/tra-lai      waiting  late no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/tra-lai      reported ok   no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/bo-qua       waiting  ok   no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/bo-qua       reported late no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/khong-bo-qua waiting  late no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/khong-bo-qua skipped  ok   no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/nhac         waiting  ok   no   no no no no no no
POST /don-vi/:unit/nhiem-vu/:id/ky/:occurrence/nhac         reported late no   no no no no no no

GET  /don-vi/:unit/chi-tieu                              ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/chi-tieu/moi                          ok      no   no      no     no     no      no      no
POST /don-vi/:unit/chi-tieu/moi                          ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/chi-tieu/:id                          ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/chi-tieu/:id                          ok      no   no      no     no     no      no      no
POST /don-vi/:unit/chi-tieu/:id/so-lieu                  ok      ok   no      no     no     no      no      no
POST /don-vi/:unit/chi-tieu/:id/ket-thuc                 ok      no   no      no     no     no      no      no

GET  /don-vi/:unit/cam-ket                               ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/cam-ket/:id                           ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/cam-ket/:id                           ok      no   no      no     no     ok      no      no
GET  /don-vi/:unit/cam-ket/:id/tep                       ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/cam-ket/:id/xoa                       ok      no   no      no     no     ok      no      no

GET  /don-vi/:unit/lich                                  ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ngay-nghi                             ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/ngay-nghi                             ok      no   no      no     no     no      no      no
POST /don-vi/:unit/ngay-nghi/:day/bo                     ok      no   no      no     no     no      no      no

GET  /don-vi/:unit/hoat-dong                             ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/hoat-dong/moi                         ok      ok   ok      ok     ok     ok      ok      no
POST /don-vi/:unit/hoat-dong/moi             mine        ok      ok   ok      ok     ok     ok      ok      no
POST /don-vi/:unit/hoat-dong/moi             another     ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/hoat-dong/de-xuat                     ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/hoat-dong/:id                         ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/hoat-dong/:id/sua                     ok      ok   no      no     no     no      no      no
POST /don-vi/:unit/hoat-dong/:id/sua                     ok      ok   no      no     no     no      no      no
POST /don-vi/:unit/hoat-dong/:id/xoa                     ok      no   no      no     no     no      no      no
POST /don-vi/:unit/hoat-dong/:id/tep                     ok      ok   no      no     no     no      no      no
GET  /don-vi/:unit/hoat-dong/:id/tep/:file   plain       ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/hoat-dong/:id/tep/:file   children    ok      ok   ok      ok     ok     ok      ok      --
POST /don-vi/:unit/hoat-dong/:id/tep/:file/xoa           ok      no   no      no     no     no      no      no
POST /don-vi/:unit/hoat-dong/:id/gan                     ok      ok   no      no     no     no      no      no
POST /don-vi/:unit/hoat-dong/:id/gan/:link/xoa           ok      ok   no      no     no     no      no      no

GET  /don-vi/:unit/kien-nghi                             ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/kien-nghi/moi                         ok      ok   ok      ok     ok     ok      ok      no
POST /don-vi/:unit/kien-nghi/moi                         ok      ok   no      no     no     no      no      no
GET  /don-vi/:unit/kien-nghi/:id                         ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/kien-nghi/:id                         ok      ok   no      no     no     no      no      no
POST /don-vi/:unit/kien-nghi/:id/tra-loi                 ok      no   ok      no     no     no      no      no
POST /don-vi/:unit/kien-nghi/:id/xoa                     ok      no   no      no     no     no      no      no

GET  /don-vi/:unit/quy-tre-em                            ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/quy-tre-em/thu/moi                    ok      no   no      no     no     no      ok      no
POST /don-vi/:unit/quy-tre-em/thu/moi                    ok      no   no      no     no     no      ok      no
GET  /don-vi/:unit/quy-tre-em/thu/:id                    ok      no   no      no     no     no      ok      no
POST /don-vi/:unit/quy-tre-em/thu/:id                    ok      no   no      no     no     no      ok      no
GET  /don-vi/:unit/quy-tre-em/thu/:id/phieu              ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/quy-tre-em/thu/:id/xoa                ok      no   no      no     no     no      ok      no
GET  /don-vi/:unit/quy-tre-em/chi/moi                    ok      no   no      no     no     no      ok      no
POST /don-vi/:unit/quy-tre-em/chi/moi                    ok      no   no      no     no     no      ok      no
GET  /don-vi/:unit/quy-tre-em/chi/:id                    ok      no   no      no     no     no      ok      no
POST /don-vi/:unit/quy-tre-em/chi/:id                    ok      no   no      no     no     no      ok      no
POST /don-vi/:unit/quy-tre-em/chi/:id/xoa                ok      no   no      no     no     no      ok      no
`),
];

/** A count of the log becomes a figure by the rules of the self-assessment: the owner of its criterion takes it over. */
const suggestions = table(`
                                                   youth planner officer leader overseer outsider above
POST /don-vi/:unit/hoat-dong/de-xuat   ofYouth     ok    no      --      no     no       --       no
POST /don-vi/:unit/hoat-dong/de-xuat   ofPlanner   --    ok      --      no     no       --       no
`);

/** Who asks. Those whom the rules do not tell apart are represented by one of them. */
export const ROLES_OF_THE_YEAR = [
  // Who was disabled is nobody: `access.integration.test.ts` shows it for every kind of route.
  'nobody',
  'oneTimePassword',
  'planningOfficer',
  'healthOfficer',
  'policeOfficer',
  // The officers of the other organisations and the council have no more to do with the records than the schools.
  'schoolOfficer',
  'youthOfficer',
  'overseer',
  // In the organisation of the planning officer, without being one.
  'collaborator',
  'villageHead',
  'economyOfficer',
  'communeLeader',
  'administrator',
  'appraiser',
  'provinceAdministrator',
] as const;
export type RoleOfTheYear = (typeof ROLES_OF_THE_YEAR)[number];

/** Whose records: the own ward's, or those of the same names as in the oracle of the foundation. */
export type TargetOfTheYear = 'own' | 'sister' | 'other' | 'none';

const tables = [ownAffairs, feeds, registry, work, suggestions, evidence, evidenceOfTheYear, collection];

/** `GET /viec-cua-toi` and all others that the tables know, each once. */
export const routesOfTheYear: readonly string[] = [
  ...new Set(tables.flatMap((rows) => rows.map(({ route }) => route))),
];

const tableOf = (route: string): readonly Row[] =>
  tables.find((rows) => rows.some((row) => row.route === route)) ?? [];

/** The states of its record in which a route is asked; `open` where it makes no difference. */
export const variantsOf = (route: string): readonly string[] =>
  tableOf(route)
    .filter((row) => row.route === route)
    .map(({ state }) => state ?? 'open');

/** What the route answers. @throws Error for a route that the tables do not know */
export function expectedOfTheYear(
  route: string,
  role: RoleOfTheYear,
  target: TargetOfTheYear,
  variant: string,
): Answer {
  const rows = tableOf(route);
  if (rows === feeds && target === 'none')
    return role === 'oneTimePassword' ? 'toChangePassword' : 'notFound';
  if (rows === ownAffairs || rows === feeds) return look(rows, route, ownColumn(role));
  if (role === 'nobody') return 'toSignIn';
  if (role === 'oneTimePassword') return 'toChangePassword';
  if (rows === registry) {
    const answer = look(registry, route, registryColumn(role));
    return answer === 'ok' && target !== 'own' && route.includes(':id') ? 'notFound' : answer;
  }
  const column =
    rows === evidence || rows === evidenceOfTheYear
      ? evidenceColumn(role, target)
      : rows === collection
        ? collectionColumn(role, target)
        : rows === work
          ? workColumn(role, target, variant)
          : suggestionColumn(role, target);
  return column === null ? 'notFound' : look(rows, route, column, variant);
}

function ownColumn(role: RoleOfTheYear): string {
  switch (role) {
    case 'nobody':
      return role;
    case 'oneTimePassword':
      return 'oneTime';
    case 'administrator':
    case 'appraiser':
    case 'provinceAdministrator':
      return role;
    default:
      return 'person';
  }
}

function registryColumn(role: RoleOfTheYear): string {
  const column = ownColumn(role);
  return column !== 'person' ? column : role === 'planningOfficer' ? 'planner' : 'worker';
}

/** Null where the unit is not the person's to know of. */
function workColumn(role: RoleOfTheYear, target: TargetOfTheYear, variant: string): string | null {
  if (role === 'appraiser') return target === 'own' || target === 'sister' ? 'above' : null;
  if (target !== 'own') return null;
  switch (role) {
    case 'administrator':
    case 'provinceAdministrator':
      return null;
    case 'planningOfficer':
      return 'planner';
    case 'communeLeader':
      return 'leader';
    case 'villageHead':
      return 'village';
    case 'economyOfficer':
      return 'economy';
    case 'healthOfficer':
      return variant === 'front' ? 'worker' : 'lead';
    case 'policeOfficer':
      return variant === 'front' ? 'worker' : 'partner';
    case 'overseer':
      return variant === 'front' ? 'lead' : 'worker';
    default:
      return 'worker';
  }
}

function evidenceColumn(role: RoleOfTheYear, target: TargetOfTheYear): string | null {
  if (role === 'overseer') return target === 'own' ? 'reader' : null;
  const column = workColumn(role, target, 'open');
  switch (column) {
    case null:
    case 'planner':
    case 'leader':
    case 'above':
      return column;
    case 'lead':
      return 'keeper';
    default:
      return 'other';
  }
}

function collectionColumn(role: RoleOfTheYear, target: TargetOfTheYear): string | null {
  const column = workColumn(role, target, 'open');
  if (column === null || column === 'above') return null;
  if (role === 'overseer' || role === 'collaborator' || role === 'villageHead') return 'outsider';
  return column === 'planner' || column === 'leader' ? column : column === 'lead' ? 'keeper' : 'officer';
}

function suggestionColumn(role: RoleOfTheYear, target: TargetOfTheYear): string | null {
  if (role === 'youthOfficer') return target === 'own' ? 'youth' : null;
  const column = workColumn(role, target, 'open');
  if (column === 'village' || role === 'collaborator') return 'outsider';
  if (role === 'overseer') return target === 'own' ? 'overseer' : null;
  return column === 'lead' || column === 'partner' || column === 'worker' || column === 'economy'
    ? 'officer'
    : column;
}
