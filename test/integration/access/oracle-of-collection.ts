import { table } from './oracle.ts';

/**
 * Who may do what with the collection of figures, written from the sentences and apart from the policies.
 *
 * - The planning officer makes rounds, types in what comes on paper, accepts and returns. The leader and the council read
 *   all of it. Every officer reads the sheets of villages and schools; of organisations only the own one's, since single
 *   cases can be told from them.
 * - An officer fills in, hands in and takes back the sheet of the own organisation.
 * - Cells that are sent are answered one by one: whoever sees the round gets an answer, and in it what was refused.
 * - Village heads, collaborators and overseers have no part in it, and neither has anybody above.
 *
 * `keeper` works at the health station, which has a sheet of its own in the round of organisations (`station…`); `officer`
 * enters figures somewhere else; `outsider` enters none.
 */
export const collection = table(`
                                                            planner keeper officer leader outsider
GET  /don-vi/:unit/so-lieu                                  ok      ok     ok      ok     --
GET  /don-vi/:unit/so-lieu/moi                              ok      no     no      no     --
POST /don-vi/:unit/so-lieu/moi                              ok      no     no      no     --
GET  /don-vi/:unit/so-lieu/de-xuat                          ok      no     no      no     --
POST /don-vi/:unit/so-lieu/de-xuat                          ok      no     no      no     --
GET  /don-vi/:unit/so-lieu/:round              village      ok      ok     ok      ok     --
GET  /don-vi/:unit/so-lieu/:round              station      ok      ok     ok      ok     --
GET  /don-vi/:unit/so-lieu/:round/sua          village      ok      no     no      no     --
GET  /don-vi/:unit/so-lieu/:round/sua          closed       late    no     no      no     --
POST /don-vi/:unit/so-lieu/:round/sua          village      ok      no     no      no     --
POST /don-vi/:unit/so-lieu/:round/sua          closed       late    no     no      no     --
GET  /don-vi/:unit/so-lieu/:round/noi          village      ok      no     no      no     --
POST /don-vi/:unit/so-lieu/:round/noi          village      ok      no     no      no     --
POST /don-vi/:unit/so-lieu/:round/noi          closed       late    no     no      no     --
POST /don-vi/:unit/so-lieu/:round/dong         village      ok      no     no      no     --
POST /don-vi/:unit/so-lieu/:round/dong         closed       late    no     no      no     --
POST /don-vi/:unit/so-lieu/:round/mo-lai       village      late    no     no      no     --
POST /don-vi/:unit/so-lieu/:round/mo-lai       closed       ok      no     no      no     --
POST /don-vi/:unit/so-lieu/:round/xoa          village      late    no     no      no     --
POST /don-vi/:unit/so-lieu/:round/xoa          closed       ok      no     no      no     --
POST /don-vi/:unit/so-lieu/:round/chap-nhan    village      ok      no     no      no     --
GET  /don-vi/:unit/so-lieu/:round/xung-dot     village      ok      ok     ok      ok     --
POST /don-vi/:unit/so-lieu/:round/xung-dot/:operation village ok    no     no      no     --
POST /don-vi/:unit/so-lieu/:round/xung-dot/:operation station ok    ok     --      no     --
GET  /don-vi/:unit/so-lieu/:round/phieu/:sheet           village          ok   ok   ok   ok   --
GET  /don-vi/:unit/so-lieu/:round/phieu/:sheet           station          ok   ok   --   ok   --
GET  /don-vi/:unit/so-lieu/:round/phieu/:sheet           village_in       ok   ok   ok   ok   --
GET  /don-vi/:unit/so-lieu/:round/phieu/:sheet           station_in       ok   ok   --   ok   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet           village          ok   no   no   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet           station          ok   ok   --   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/nop       village          ok   no   no   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/nop       village_in       late no   no   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/nop       station          ok   ok   --   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/lay-lai   village_in       no   no   no   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/lay-lai   station          no   late --   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/lay-lai   station_in       no   ok   --   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/chap-nhan village          late no   no   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/chap-nhan village_in       ok   no   no   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/chap-nhan station_in       ok   no   --   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/tra-lai   village          late no   no   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/tra-lai   village_in       ok   no   no   no   --
POST /don-vi/:unit/so-lieu/:round/phieu/:sheet/tra-lai   station_in       ok   no   --   no   --
GET  /don-vi/:unit/so-lieu/:round/phieu/:sheet/lich-su   village          ok   ok   ok   ok   --
GET  /don-vi/:unit/so-lieu/:round/phieu/:sheet/lich-su   station          ok   ok   --   ok   --
GET  /don-vi/:unit/so-lieu/:round/bang                   village          ok   ok   ok   ok   --
GET  /don-vi/:unit/so-lieu/:round/bang                   station          ok   ok   ok   ok   --
GET  /don-vi/:unit/so-lieu/:round/bang.json              village          ok   ok   ok   ok   --
GET  /don-vi/:unit/so-lieu/:round/bang.json              station          ok   ok   ok   ok   --
POST /don-vi/:unit/so-lieu/:round/o                      village          ok   ok   ok   ok   --
POST /don-vi/:unit/so-lieu/:round/o                      station          ok   ok   ok   ok   --
GET  /don-vi/:unit/so-lieu/:round/o/:sheet/:item         village          ok   ok   ok   ok   --
GET  /don-vi/:unit/so-lieu/:round/o/:sheet/:item         station          ok   ok   --   ok   --
`);
