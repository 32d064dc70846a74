import { table } from './oracle.ts';

/**
 * Villages and schools: read by whoever works in the unit and by the appraiser above, kept by the planning officer.
 * `ended`: a place that has ended, `school` a school.
 */
export const places = table(`
                                                planner lead partner worker leader village economy above
GET  /don-vi/:unit/dia-ban                      ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/dia-ban/tim.json             ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/dia-ban/them                 ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/dia-ban/gop                  ok      no   no      no     no     no      no      no
POST /don-vi/:unit/dia-ban/gop                  ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/dia-ban/:id                  ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/dia-ban/:id           ended  ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/dia-ban/:id           school ok      ok   ok      ok     ok     ok      ok      ok
POST /don-vi/:unit/dia-ban/:id/doi-ten          ok      no   no      no     no     no      no      no
POST /don-vi/:unit/dia-ban/:id/tach             ok      no   no      no     no     no      no      no
POST /don-vi/:unit/dia-ban/:id/thoi             ok      no   no      no     no     no      no      no
POST /don-vi/:unit/dia-ban/:id/dung-lai  ended  ok      no   no      no     no     no      no      no
POST /don-vi/:unit/dia-ban/:id/thong-tin school ok      no   no      no     no     no      no      no
`);
