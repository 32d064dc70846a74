import { table } from './oracle.ts';

/**
 * Who may do what with plans, by the rules and with the columns of `oracle-of-the-year.ts`: a reading exists for the
 * planning officer alone, a draft for the planning officer and for the leader, who may sign it; what is signed is read by
 * all and changed by nobody, but can be amended.
 */
export const plans = table(`
                                                         planner lead partner worker leader village economy above
GET  /don-vi/:unit/ke-hoach                              ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/doc                          ok      no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/doc                          ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/ke-hoach/doc/:id                      ok      --   --      --     --     --      --      --
GET  /don-vi/:unit/ke-hoach/doc/:id/tep                  ok      --   --      --     --     --      --      --
POST /don-vi/:unit/ke-hoach/doc/:id/dua-vao              ok      --   --      --     --     --      --      --
POST /don-vi/:unit/ke-hoach/doc/:id/xac-nhan             ok      --   --      --     --     --      --      --
POST /don-vi/:unit/ke-hoach/doc/:id/bo                   ok      --   --      --     --     --      --      --
GET  /don-vi/:unit/ke-hoach/doc/:id/muc/:section         ok      --   --      --     --     --      --      --
POST /don-vi/:unit/ke-hoach/doc/:id/muc/:section         ok      --   --      --     --     --      --      --
POST /don-vi/:unit/ke-hoach/doc/:id/muc                  ok      --   --      --     --     --      --      --
GET  /don-vi/:unit/ke-hoach/doc/:id/dau-cuoi             ok      --   --      --     --     --      --      --
POST /don-vi/:unit/ke-hoach/doc/:id/dau-cuoi             ok      --   --      --     --     --      --      --
GET  /don-vi/:unit/ke-hoach/moi                          ok      no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/moi                          ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/ke-hoach/moi/tu/:id       issued      ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/ke-hoach/moi/tu/:id       superior    ok      no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/moi/tu/:id       issued      ok      no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/moi/tu/:id       superior    ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/ke-hoach/:id              draft       ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id              issued      ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id              superior    ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id/xem-truoc    draft       ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/xem-truoc    issued      ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id/van-ban.docx draft       ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/van-ban.docx issued      ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id/van-ban.pdf  draft       ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/van-ban.pdf  issued      ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id/ban-goc      draft       ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/ban-goc      issued      ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id/ban-goc/tep  draft       ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/ban-goc/tep  issued      ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id/lich-su      draft       ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/lich-su      issued      ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id/lich-su/:revision draft  ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/lich-su/:revision issued ok      ok   ok      ok     ok     ok      ok      ok
GET  /don-vi/:unit/ke-hoach/:id/muc/:section draft       ok      --   --      --     no     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/muc/:section issued      late    no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/:id/muc/:section draft       ok      --   --      --     no     --      --      --
POST /don-vi/:unit/ke-hoach/:id/muc/:section issued      late    no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/:id/muc          draft       ok      --   --      --     no     --      --      --
POST /don-vi/:unit/ke-hoach/:id/muc          issued      late    no   no      no     no     no      no      no
GET  /don-vi/:unit/ke-hoach/:id/dau-cuoi     draft       ok      --   --      --     no     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/dau-cuoi     issued      late    no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/:id/dau-cuoi     draft       ok      --   --      --     no     --      --      --
POST /don-vi/:unit/ke-hoach/:id/dau-cuoi     issued      late    no   no      no     no     no      no      no
GET  /don-vi/:unit/ke-hoach/:id/giao-viec    draft       ok      --   --      --     no     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/giao-viec    issued      ok      no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/:id/giao-viec    draft       ok      --   --      --     no     --      --      --
POST /don-vi/:unit/ke-hoach/:id/giao-viec    issued      ok      no   no      no     no     no      no      no
GET  /don-vi/:unit/ke-hoach/:id/ban-hanh     draft       ok      --   --      --     ok     --      --      --
GET  /don-vi/:unit/ke-hoach/:id/ban-hanh     issued      late    no   no      no     late   no      no      no
POST /don-vi/:unit/ke-hoach/:id/ban-hanh     draft       ok      --   --      --     ok     --      --      --
POST /don-vi/:unit/ke-hoach/:id/ban-hanh     issued      late    no   no      no     late   no      no      no
POST /don-vi/:unit/ke-hoach/:id/dieu-chinh   draft       late    --   --      --     no     --      --      --
POST /don-vi/:unit/ke-hoach/:id/dieu-chinh   issued      ok      no   no      no     no     no      no      no
POST /don-vi/:unit/ke-hoach/:id/xoa          draft       ok      --   --      --     no     --      --      --
POST /don-vi/:unit/ke-hoach/:id/xoa          issued      late    no   no      no     no     no      no      no
`);
