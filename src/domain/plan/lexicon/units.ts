import type { UnitKind } from '../unit-kind.ts';

/** Where the plan stands: the same words name other organisations in a province than in a commune. */
export type Tier = 'province' | 'district' | 'commune';

/** How organisations are named, on folded text, at the beginning of a name; the first that fits counts. */
export interface UnitName {
  readonly pattern: RegExp;
  readonly kind: UnitKind | Readonly<Record<Tier, UnitKind>>;
  /** What the name must also fit as printed, where folding makes different words alike. */
  readonly printed?: RegExp;
  /** A name so general that a sentence beginning with it does not yet speak to an organisation. */
  readonly general?: true;
}

const everywhere = (words: string, kind: UnitName['kind']): UnitName => ({
  pattern: new RegExp(`^(?:${words})(?![a-z0-9])`, 'u'),
  kind,
});

const HEADS =
  '(?:cac |cac dong chi |dong chi |lanh dao |thu truong |truong |pho truong |chanh |giam doc |nguoi dung dau |hieu truong |ban giam hieu |chu tich |bi thu |can bo |bo phan |ong |ba |toan the )*';

const LABOUR = '(?:lao dong|ld ?[-,]? ?tb ?(?:va|&|,|-)? ?xh|ldtb)';

/** Organisations in the order in which they are tried: the more special before the more general. */
export const UNIT_NAMES: readonly UnitName[] = [
  everywhere(`so y te|syt`, 'provincial_health_dept'),
  everywhere(`so giao duc|so gd|sgd`, 'provincial_education_dept'),
  everywhere(`so ${LABOUR}`, 'provincial_labour_dept'),
  everywhere(
    `(?:cac )?so,? ban,? (?:va )?nganh|(?:cac )?so,? nganh|(?:cac )?ban,? nganh,? (?:doan the )?(?:cap )?tinh|(?:thu truong |lanh dao )(?:cac )?so`,
    'departments_and_unions',
  ),
  everywhere(`${HEADS}so [a-z]+|van phong (?:ubnd|uy ban nhan dan) tinh`, 'other'),
  everywhere(`${HEADS}phong ${LABOUR}`, {
    province: 'district_labour_dept',
    district: 'district_labour_dept',
    commune: 'district_labour_dept',
  }),
  everywhere(
    `${HEADS}phong (?:van hoa,? (?:va )?(?:khoa hoc|thong tin)|vh ?- ?tt|vhtt|vh ?& ?tt|van hoa - thong tin|van hoa thong tin)`,
    'district_culture_information_dept',
  ),
  everywhere(`${HEADS}phong tu phap`, 'district_justice_dept'),
  everywhere(
    `${HEADS}phong giao duc (?:tieu hoc|mam non|trung hoc|pho thong|thuong xuyen|nghe nghiep|chuyen nghiep|dan toc)`,
    'other',
  ),
  everywhere(`${HEADS}phong (?:giao duc|gd ?[&-]? ?dt|gddt)`, 'district_education_dept'),
  everywhere(
    `${HEADS}(?:phong (?:van hoa|vh)(?: ?-| va|,)? ?(?:xa hoi|xh)|phong vhxh)|(?:cong chuc|can bo|ban|bo phan|chuyen vien|vien chuc)(?: phu trach| lam| linh vuc)?(?: cong tac)? ?(?:van hoa|vh)(?: ?-| va|,)? ?(?:xa hoi|xh)|(?:cong chuc|can bo|bo phan|chuyen vien)(?: phu trach| lam| linh vuc)?(?: cong tac)? ?(?:${LABOUR}|tre em)`,
    'culture_society_dept',
  ),
  everywhere(`${HEADS}phong (?:kinh te|kt|ha tang|kinh te,? ha tang)`, 'economy_dept'),
  everywhere(
    `${HEADS}van phong(?: (?:hdnd|hoi dong nhan dan|ubnd|uy ban nhan dan|dang uy))|${HEADS}van phong(?= (?:xa|phuong|thi tran|dac khu|huyen)\\b)`,
    'office_council_committee',
  ),
  everywhere(
    `(?:cac )?(?:cong chuc|can bo|bo phan)(?: phu trach)? ?(?:tu phap|ho tich)`,
    'justice_civil_status_officer',
  ),
  everywhere(
    `(?:cac )?trung tam (?:phuc vu )?hanh chinh cong|(?:cac )?trung tam phuc vu hanh chinh|(?:cac )?trung tam phuc vu hcc|bo phan (?:mot cua|tiep nhan)`,
    'public_administration_center',
  ),
  everywhere(`(?:cac )?trung tam (?:cung (?:ung|cap) )?(?:dich vu|dv)`, 'public_service_center'),
  everywhere(`${HEADS}(?:trung tam y te|ttyt)`, {
    province: 'district_health_center',
    district: 'district_health_center',
    commune: 'other',
  }),
  everywhere(`${HEADS}tram y te`, 'health_station'),
  everywhere(`${HEADS}(?:cong an)`, 'police'),
  everywhere(
    `(?:ban thuong truc )?(?:uy ban |ub ?)?(?:mat tran|mttq|mt ?tq)|ubmttq(?:vn)?|ubmt(?:tqvn)?|mttqvn|uy ban mttq|uy ban mt`,
    'fatherland_front',
  ),
  everywhere(
    `(?:ban chap hanh |bch |ban thuong vu )?(?:xa |huyen |tinh |thanh |quan |thi )?doan (?:thanh nien|tn|tncs|co so|xa|phuong|thi tran|dac khu|huyen|tinh|tntncs|thanh nien cong san)|(?:ban thuong vu |ban chap hanh |bch |bi thu )?(?:huyen|tinh|thanh|quan|thi|xa) ?doan|(?:ban chap hanh )?doan tncs|doan tn|doantn|hoi dong doi|to chuc doan(?: thanh nien)?`,
    'youth_union',
  ),
  everywhere(
    `(?:ban chap hanh |ban thuong vu )?hoi (?:lien hiep phu nu|lhpn|phu nu|lien hiep pn)`,
    'womens_union',
  ),
  everywhere(
    `(?:uy ban nhan dan|ubnd|chu tich (?:uy ban nhan dan|ubnd))(?: (?:cac|cap))? (?:huyen|quan|thi xa,? (?:huyen|thanh pho)|thanh pho,? (?:huyen|thi xa)|thi xa(?= va))`,
    'district_committees',
  ),
  everywhere(
    `(?:de nghi )?(?:uy ban nhan dan|ubnd|chu tich (?:uy ban nhan dan|ubnd))(?: (?:cac|cap))?,? (?:xa|phuong|thi tran|dac khu)|(?:cac )?(?:xa|phuong),? (?:phuong|xa|thi tran)`,
    'commune_committees',
  ),
  everywhere(
    `(?:cac )?(?:dong chi )?(?:bi thu chi bo,? (?:va )?)?(?:ban (?:cong tac|nhan dan|quan ly|dieu hanh|can su|phat trien) )?(?:truong |to truong |truong ban )?(?:cac |\\d{1,3} )?(?:thon|khu pho|to dan pho|khom|ap|buon|lang|xom|khu dan cu|tdp|khu vuc|phum|soc|khoi pho|khoi xom|khu)|bi thu(?: cac)? chi bo`,
    'village_heads',
  ),
  everywhere(
    `${HEADS}(?:nha truong|don vi truong|don vi nha truong|co so giao duc|(?:cac )?truong(?: (?:hoc|mam non|mn|tieu hoc|th|thcs|thpt|th&thcs|pt[a-z]*|trung hoc|pho thong|lien cap|mau giao|tren|trong|dong|noi tru|ban tru|chuyen)|,| \\(|$|:))|(?:cac )?(?:don vi |co so )?truong hoc|hieu truong|ban giam hieu|cac diem truong|nganh giao duc`,
    'schools',
  ),
  {
    ...everywhere(
      `${HEADS}(?:cac )?(?:ban,? (?:va )?nganh|phong,? (?:chuyen mon,? )?(?:cac )?ban|nganh,? doan the|phong,? (?:chuyen mon|don vi|co quan|nganh)|to chuc chinh tri|to chuc,? doan the|to chuc doan the|to chuc (?:hoi|thanh vien)|doan the|hoi,? (?:va )?doan the|hoi doan the|hoi dac thu|co quan,? (?:cac )?(?:don vi,? )?(?:to chuc,? )?(?:va )?(?:ban,? nganh,? )?doan the|co quan,? ban,? nganh|co quan,? phong|co quan,? (?:don vi,? )(?:phong|ban)|khoi doan the|co quan,? doan the)`,
      {
        province: 'departments_and_unions',
        district: 'district_sectors_group',
        commune: 'departments_and_unions',
      },
    ),
    general: true,
  },
  {
    ...everywhere(`${HEADS}(?:cac )(?:co quan|don vi|nganh|cap|ca nhan|to chuc|dia phuong|thanh vien)`, {
      province: 'all_units',
      district: 'district_sectors_group',
      commune: 'all_units',
    }),
    general: true,
  },
  { ...everywhere(`thu truong|tat ca cac (?:co quan|don vi)`, 'all_units'), general: true },
  everywhere(
    `${HEADS}(?:hoi (?:cuu chien binh|ccb|nong dan|chu thap do|bao ve|khuyen hoc|nguoi cao tuoi|dong y|luat gia|nguoi|[a-z]+ (?:huyen|tinh|xa|phuong))|lien doan lao dong|cong doan|ban chi (?:huy|dao)|bchqs|ban bao ve|nhom thuong truc|hoi dong (?:danh gia|nhan dan|phoi hop)|ban dieu hanh|ban to chuc|ban tuyen giao|ban kinh te|ban van hoa|thuong truc|hdnd|dai (?:truyen|phat)|trung tam|bao hiem xa hoi|bhxh|ngan hang|kho bac|chi cuc|quy bao tro|cong chuc|can bo|cong tac vien|ban quan ly|vien kiem sat|toa an|bo chi huy|bo doi bien phong|don bien phong|benh vien|to cong nghe|cac gia dinh|gia dinh|to quan ly|doanh nghiep|cac doanh nghiep|hop tac xa|van phong|thanh tra|thong ke|phong trao)`,
    'other',
  ),
  {
    ...everywhere(`${HEADS}(?:phong|so|to|cuc|bao|vien|doi) [a-z]+`, 'other'),
    printed: /^(?:\p{L}+ ){0,3}(?:[Pp]hòng|[Ss]ở|Tổ|Cục|Báo|Viện|Đội) \p{Lu}/u,
  },
  {
    ...everywhere(`(?:dong chi |cac )*(?:truong (?:cac )?|bi thu chi bo,? )?(?:cac )?ban`, 'village_heads'),
    printed: /^(?:\p{L}+ ){0,5}?[Bb]ản(?!\p{L})/u,
  },
  everywhere(`(?:uy ban nhan dan|ubnd)`, 'commune_committees'),
];
