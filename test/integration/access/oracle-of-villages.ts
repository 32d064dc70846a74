/**
 * Who may do what with the links of villages and at them, written from the sentences and apart from the policies.
 *
 * - The planning officer gives, prolongs and takes links; who works in the unit otherwise may not, and for everybody else
 *   there is nothing.
 * - A village at its own link has its own sheets and nothing else. Who has no link, or one that was revoked, is led to where
 *   a code is typed, whoever is signed in.
 * - A code is taken from whoever sends it: it is all that is asked for.
 */
export type AnswerToVillage = 'ok' | 'notFound' | 'toCode' | 'ended' | 'otherPlace';

/** `own` has the sheet asked for, `another` is the next village of the ward, `stranger` one of another ward. */
export const ASKING = ['own', 'another', 'stranger', 'revoked', 'nobody', 'planner'] as const;
export type Asking = (typeof ASKING)[number];

const sheetOf = (own: AnswerToVillage) =>
  ({
    own,
    another: 'notFound',
    stranger: 'notFound',
    revoked: 'toCode',
    nobody: 'toCode',
    planner: 'toCode',
  }) as const;
const everybody = (answer: AnswerToVillage) =>
  Object.fromEntries(ASKING.map((asking) => [asking, answer])) as Record<Asking, AnswerToVillage>;

export const VILLAGE_ROUTES: Readonly<Record<string, Readonly<Record<Asking, AnswerToVillage>>>> = {
  'GET /thon': everybody('ok'),
  'POST /thon': everybody('ok'),
  'GET /thon/ngoai-tuyen': everybody('ok'),
  // The application of the tests is not built, and has no script for it.
  'GET /thon/sw.js': everybody('notFound'),
  'GET /thon/phieu': { ...sheetOf('ok'), another: 'ok', stranger: 'ok' },
  'GET /thon/phieu/:sheet': sheetOf('ok'),
  'POST /thon/phieu/:sheet': sheetOf('ok'),
  'POST /thon/phieu/:sheet/nop': sheetOf('ok'),
  'POST /thon/phieu/:sheet/rut-lai': sheetOf('ok'),
  'GET /thon/so-lieu.json': {
    own: 'ok',
    another: 'ok',
    stranger: 'ok',
    revoked: 'ended',
    nobody: 'ended',
    planner: 'ended',
  },
  'POST /thon/gui': {
    own: 'ok',
    another: 'otherPlace',
    stranger: 'otherPlace',
    revoked: 'ended',
    nobody: 'ended',
    planner: 'ended',
  },
};

export const LINK_ROUTES = [
  'GET /don-vi/:unit/so-lieu/duong-dan',
  'POST /don-vi/:unit/so-lieu/duong-dan',
  'POST /don-vi/:unit/so-lieu/duong-dan/gia-han',
  'POST /don-vi/:unit/so-lieu/duong-dan/thu-hoi',
] as const;

export const routesOfVillages: readonly string[] = [...Object.keys(VILLAGE_ROUTES), ...LINK_ROUTES];
