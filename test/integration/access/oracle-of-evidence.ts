import { table } from './oracle.ts';

/**
 * Who may do what in the library of evidence, written from the sentences and apart from the policies.
 *
 * - Whoever works in the unit sees the library; who only oversees adds nothing to it. What is restricted exists for the
 *   organisation that keeps it, the planning officer and the leader.
 * - Areas are marked on the pages of a list, and the signed paper of a consent is read, by who changes the evidence:
 *   nobody else in the unit, and nobody above.
 * - The appraiser above sees what stands behind an indicator, nothing restricted and nothing withdrawn; of what shows
 *   children no file leaves the unit, unless redacted.
 * - Whoever adds uses what he sees for any indicator; the evidence itself is changed by who keeps it and by the planning
 *   officer. A file that waits to be described exists for who brought it alone: here that is a colleague.
 *
 * The evidence is kept by the health station (`keeper`); `reader` oversees; `other` works anywhere else.
 */
export const evidence = table(`
                                                              planner keeper other leader reader above
GET  /don-vi/:unit/minh-chung                                 ok      ok     ok    ok     ok     ok
GET  /don-vi/:unit/minh-chung/them                            ok      ok     ok    ok     no     no
POST /don-vi/:unit/minh-chung/them                            ok      ok     ok    ok     no     no
GET  /don-vi/:unit/minh-chung/them/:upload                    --      --     --    --     no     no
POST /don-vi/:unit/minh-chung/them/:upload                    --      --     --    --     no     no
POST /don-vi/:unit/minh-chung/them/:upload/bo                 --      --     --    --     no     no
POST /don-vi/:unit/minh-chung/tai-len                         ok      ok     ok    ok     no     no
GET  /don-vi/:unit/minh-chung/tai-len/:upload                 --      --     --    --     no     no
PATCH /don-vi/:unit/minh-chung/tai-len/:upload                --      --     --    --     no     no
DELETE /don-vi/:unit/minh-chung/tai-len/:upload               --      --     --    --     no     no
GET  /don-vi/:unit/minh-chung/tu-ho-so                        ok      ok     ok    ok     no     no
POST /don-vi/:unit/minh-chung/tu-ho-so                        ok      ok     ok    ok     no     no
GET  /don-vi/:unit/minh-chung/:id                  internal   ok      ok     ok    ok     ok     ok
GET  /don-vi/:unit/minh-chung/:id                  restricted ok      ok     --    ok     --     --
GET  /don-vi/:unit/minh-chung/:id                  withdrawn  ok      ok     ok    ok     ok     --
GET  /don-vi/:unit/minh-chung/:id                  children   ok      ok     ok    ok     ok     ok
GET  /don-vi/:unit/minh-chung/:id/tep/:revision    internal   ok      ok     ok    ok     ok     ok
GET  /don-vi/:unit/minh-chung/:id/tep/:revision    restricted ok      ok     --    ok     --     --
GET  /don-vi/:unit/minh-chung/:id/tep/:revision    children   ok      ok     ok    ok     ok     --
GET  /don-vi/:unit/minh-chung/:id/noi-dung/:revision internal   ok    ok     ok    ok     ok     ok
GET  /don-vi/:unit/minh-chung/:id/noi-dung/:revision restricted ok    ok     --    ok     --     --
GET  /don-vi/:unit/minh-chung/:id/noi-dung/:revision children   ok    ok     ok    ok     ok     --
GET  /don-vi/:unit/minh-chung/:id/sua              internal   ok      ok     no    no     no     no
GET  /don-vi/:unit/minh-chung/:id/sua              restricted ok      ok     --    no     --     --
POST /don-vi/:unit/minh-chung/:id/sua              internal   ok      ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/sua              restricted ok      ok     --    no     --     --
POST /don-vi/:unit/minh-chung/:id/ban-moi          internal   ok      ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/ban-moi          restricted ok      ok     --    no     --     --
POST /don-vi/:unit/minh-chung/:id/gan              internal   ok      ok     ok    ok     no     no
POST /don-vi/:unit/minh-chung/:id/gan              restricted ok      ok     --    ok     --     --
POST /don-vi/:unit/minh-chung/:id/gan              withdrawn  no      no     no    no     no     --
POST /don-vi/:unit/minh-chung/:id/nam-sau          internal   ok      ok     ok    ok     no     no
POST /don-vi/:unit/minh-chung/:id/bo-gan/:use      internal   ok      ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/rut              internal   ok      ok     no    no     no     no
GET  /don-vi/:unit/minh-chung/:id/che              children   ok      ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/che              children   ok      ok     no    no     no     no
GET  /don-vi/:unit/minh-chung/:id/che/trang/:page  list       ok      ok     no    no     no     no
GET  /don-vi/:unit/minh-chung/:id/che/ban-che      redacted   ok      ok     no    no     no     no
GET  /don-vi/:unit/minh-chung/:id/tre-em           redacted   ok      ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/tre-em           redacted   ok      ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/tre-em/:consent/rut redacted ok     ok     no    no     no     no
GET  /don-vi/:unit/minh-chung/:id/tre-em/:consent/giay redacted ok    ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/cong-bo          redacted   ok      ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/thoi-cong-bo     redacted   ok      ok     no    no     no     no
POST /don-vi/:unit/minh-chung/:id/khoi-phuc        withdrawn  ok      ok     no    no     no     --
`);
