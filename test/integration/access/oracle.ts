/**
 * Who may do what, written from the sentences and apart from the policies: nothing of them is used here.
 *
 * - A person sees and edits only the criteria of the own organisation; the planning officer sees all, opens cycles,
 *   gives criteria to organisations and sets the report's form; the leader sees all, accepts and returns; the overseer
 *   and the council read all; the administrator manages the accounts of the own unit and sees no figure.
 * - The appraiser of the province reads the units of that province and changes nothing in them.
 * - What is not a person's to know of is not found, exactly like what does not exist.
 */

/** How an answer is told apart. */
export type Answer =
  /** The thing asked for: a page, a file, a deed that was done. */
  | 'ok'
  | 'toSignIn'
  | 'toChangePassword'
  /** 403: may see it, may not do this. */
  | 'forbidden'
  /** 404: there is nothing, or nothing to know of. */
  | 'notFound'
  /** 409: may do it, but not in this state. */
  | 'wrongState';

/** The words of the tables below. */
const words: Readonly<Record<string, Answer>> = {
  ok: 'ok',
  in: 'toSignIn',
  new: 'toChangePassword',
  no: 'forbidden',
  '--': 'notFound',
  late: 'wrongState',
};

/** What belongs to no unit in particular, or to the own one. Who is disabled is nobody. */
const ownAffairs = table(`
                                   nobody oneTime person administrator appraiser provinceAdministrator
GET  /favicon.svg                  ok     ok      ok     ok            ok        ok
GET  /suc-khoe                     ok     ok      ok     ok            ok        ok
GET  /                             in     new     ok     ok            ok        ok
GET  /cai-dat                      --     new     --     --            --        --
GET  /cai-dat/don-vi               --     new     --     --            --        --
POST /cai-dat                      --     new     --     --            --        --
POST /cai-dat/du-lieu-mau          --     new     --     --            --        --
GET  /du-lieu-mau                  --     new     --     --            --        --
GET  /dang-nhap                    ok     new     ok     ok            ok        ok
POST /dang-nhap                    ok     new     ok     ok            ok        ok
POST /dang-xuat                    ok     ok      ok     ok            ok        ok
POST /dang-xuat-moi-noi            in     new     ok     ok            ok        ok
POST /ngon-ngu                     ok     ok      ok     ok            ok        ok
GET  /doi-mat-khau                 in     ok      ok     ok            ok        ok
POST /doi-mat-khau                 in     ok      ok     ok            ok        ok
GET  /tai-khoan                    in     new     ok     ok            ok        ok
POST /tai-khoan/thu-dien-tu        in     new     ok     ok            ok        ok
GET  /toan-tinh                    in     new     --     --            ok        ok
GET  /nguoi-dung                   in     new     no     ok            no        ok
GET  /nguoi-dung/moi               in     new     no     ok            no        ok
POST /nguoi-dung/moi               in     new     no     ok            no        ok
`);

/** The accounts of people: of a colleague, oneself, or somebody elsewhere (sister, other, or nobody at all). */
const accounts = table(`
                                   oneself colleague elsewhere
GET  /nguoi-dung/:id               ok      ok        --
POST /nguoi-dung/:id               ok      ok        --
POST /nguoi-dung/:id/mat-khau      late    ok        --
POST /nguoi-dung/:id/khoa          late    ok        --
POST /nguoi-dung/:id/mo            ok      ok        --
`);

/**
 * The self-assessment of a unit. `ownPlanner` and `owner` work in the organisation that has the criterion, `planner` and
 * `officer` in another one of the unit; where a route is about no criterion, that makes no difference. An `outsider` is
 * of the unit (or its province) without a part in the assessment; `above` is the appraiser of its province.
 */
const assessment = table(`
                                                                        ownPlanner planner owner officer leader overseer outsider above
GET  /don-vi/:unit/tu-danh-gia                                          ok         ok      ok    ok      ok     ok       --       ok
POST /don-vi/:unit/tu-danh-gia                                          ok         ok      no    no      no     no       --       no
GET  /don-vi/:unit/tu-danh-gia/:year                                    ok         ok      ok    ok      ok     ok       --       ok
GET  /don-vi/:unit/tu-danh-gia/:year/ket-qua.json                       ok         ok      no    no      ok     ok       --       ok
GET  /don-vi/:unit/tu-danh-gia/:year/bao-cao                            ok         ok      no    no      ok     ok       --       ok
GET  /don-vi/:unit/tu-danh-gia/:year/bao-cao.docx                       ok         ok      no    no      ok     ok       --       ok
GET  /don-vi/:unit/tu-danh-gia/:year/bao-cao.pdf                        ok         ok      no    no      ok     ok       --       ok
GET  /don-vi/:unit/tu-danh-gia/:year/bao-cao/the-thuc                   ok         ok      no    no      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/bao-cao/the-thuc                   ok         ok      no    no      no     no       --       no
GET  /don-vi/:unit/tu-danh-gia/:year/phan-cong                          ok         ok      no    no      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/phan-cong              open        ok         ok      no    no      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/phan-cong              handedIn    ok         ok      no    no      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/phan-cong              accepted    late       late    no    no      no     no       --       no
GET  /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number                   ok         ok      ok    --      ok     ok       --       ok
GET  /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/lich-su/:input    ok         ok      ok    --      ok     ok       --       ok
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number       open        ok         no      ok    --      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number       handedIn    late       no      late  --      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number       accepted    late       no      late  --      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/nop   open        ok         no      ok    --      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/nop   handedIn    late       no      late  --      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/nop   accepted    late       no      late  --      no     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/chap-nhan open     no        no      no    --      late   no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/chap-nhan handedIn no        no      no    --      ok     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/chap-nhan accepted no        no      no    --      late   no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/tra-lai   open     no        no      no    --      late   no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/tra-lai   handedIn no        no      no    --      ok     no       --       no
POST /don-vi/:unit/tu-danh-gia/:year/tieu-chi/:number/tra-lai   accepted no        no      no    --      ok     no       --       no
`);

/** Who asks. All but the two of the province and `nobody` belong to one ward, the own unit. */
export const ROLES = [
  'nobody',
  'disabled',
  'oneTimePassword',
  'planningOfficer',
  'officeOfficer',
  'healthOfficer',
  'schoolOfficer',
  'policeOfficer',
  'youthOfficer',
  'communeLeader',
  'overseer',
  'councilMember',
  'collaborator',
  'administrator',
  'appraiser',
  'provinceAdministrator',
] as const;
export type WalkRole = (typeof ROLES)[number];

/** Whose unit: the own ward, another ward of the same province, a ward of another province, a code that no unit has. */
export type Target = 'own' | 'sister' | 'other' | 'none';
export type CriterionState = 'open' | 'handedIn' | 'accepted';

/** What a request is about. */
export interface Subject {
  readonly target: Target;
  /** Whether the criterion belongs to the organisation of whoever asks. */
  readonly ofOwnOrganisation: boolean;
  readonly state: CriterionState;
  readonly oneself: boolean;
}

/** `GET /tai-khoan` and all others that the oracle knows, each once. */
export const oracleRoutes: readonly string[] = [
  ...new Set([...ownAffairs, ...accounts, ...assessment].map(({ route }) => route)),
];

/** Whether the answer of a route depends on the state of a criterion. */
export const dependsOnState = (route: string): boolean =>
  assessment.some((row) => row.route === route && row.state !== null);

/** What the route answers. @throws Error for a route that the oracle does not know */
export function expectedAnswer(route: string, role: WalkRole, subject: Subject): Answer {
  if (ownAffairs.some((row) => row.route === route)) return look(ownAffairs, route, ownColumn(role));
  if (role === 'nobody' || role === 'disabled') return 'toSignIn';
  if (role === 'oneTimePassword') return 'toChangePassword';
  if (accounts.some((row) => row.route === route)) {
    if (role !== 'administrator' && role !== 'provinceAdministrator') return 'forbidden';
    if (subject.target !== 'own') return 'notFound';
    return look(accounts, route, subject.oneself ? 'oneself' : 'colleague');
  }
  const column = assessmentColumn(role, subject);
  return column === null ? 'notFound' : look(assessment, route, column, subject.state);
}

function ownColumn(role: WalkRole): string {
  switch (role) {
    case 'nobody':
    case 'disabled':
      return 'nobody';
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

/** Null where the unit is not the person's to know of. */
function assessmentColumn(role: WalkRole, { target, ofOwnOrganisation }: Subject): string | null {
  if (role === 'appraiser') return target === 'own' || target === 'sister' ? 'above' : null;
  if (target !== 'own') return null;
  switch (role) {
    case 'planningOfficer':
      return ofOwnOrganisation ? 'ownPlanner' : 'planner';
    case 'communeLeader':
      return 'leader';
    case 'overseer':
    case 'councilMember':
      return 'overseer';
    case 'administrator':
    case 'provinceAdministrator':
    case 'collaborator':
      return 'outsider';
    default:
      return ofOwnOrganisation ? 'owner' : 'officer';
  }
}

/** A line of a table: what a route answers to whom, in one state or in all. */
export interface Row {
  readonly route: string;
  readonly state: string | null;
  readonly answers: ReadonlyMap<string, Answer>;
}

/** Reads a table: verb, path, perhaps a state, and the answer to each column of the first line. */
export function table(text: string): readonly Row[] {
  const [head = '', ...lines] = text.split('\n').filter((line) => line.trim() !== '');
  const columns = head.trim().split(/\s+/);
  return lines.map((line) => {
    const cells = line.trim().split(/\s+/);
    const beginning = cells.slice(0, cells.length - columns.length);
    const answers = cells.slice(beginning.length).map((cell, index) => {
      const answer = words[cell];
      if (answer === undefined || beginning.length < 2) throw new Error(`The oracle cannot be read: ${line}`);
      return [columns[index]!, answer] as const;
    });
    const [verb, path, state = null] = beginning;
    return { route: `${verb} ${path}`, state, answers: new Map(answers) };
  });
}

/** @throws Error for what the table says nothing of */
export function look(rows: readonly Row[], route: string, column: string, state = 'open'): Answer {
  const row = rows.find((one) => one.route === route && (one.state === null || one.state === state));
  const answer = row?.answers.get(column);
  if (answer === undefined) throw new Error(`The oracle says nothing of ${route} for ${column}.`);
  return answer;
}
