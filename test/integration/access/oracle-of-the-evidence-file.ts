import { table } from './oracle.ts';

/**
 * Who may do what with the evidence of a year, with the columns of `oracle-of-evidence.ts`.
 *
 * - The check before handing in is for whoever works in the unit, each for the criteria that he sees, and for the
 *   appraiser above.
 * - The file of the year is taken out by the planning officer and the leader, and fetched by the appraiser; nobody else
 *   carries a year's evidence away at a go.
 */
export const evidenceOfTheYear = table(`
                                                     planner keeper other leader reader above
GET  /don-vi/:unit/minh-chung/kiem-tra               ok      ok     ok    ok     ok     ok
GET  /don-vi/:unit/minh-chung/kiem-tra.pdf           ok      ok     ok    ok     ok     ok
GET  /don-vi/:unit/minh-chung/kiem-tra.docx          ok      ok     ok    ok     ok     ok
GET  /don-vi/:unit/minh-chung/ho-so-nam/:year        ok      no     no    ok     no     ok
GET  /don-vi/:unit/minh-chung/ho-so-nam/:zip         ok      no     no    ok     no     ok
`);
