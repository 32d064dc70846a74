import { ASKED } from './collection-of-the-year.ts';
import { routesOfTheYear, type TargetOfTheYear } from './oracle-of-the-year.ts';
import { UNREAD } from './plans-of-the-year.ts';
import { feedSecret, type RecordsOfTheYear } from './records-of-the-year.ts';
import { NO_UNIT, NOBODY, type TestPerson, type WardOfTests, type World } from './world.ts';

/** A request about the year, with forms that would do the deed were it allowed. */
export interface RequestOfTheYear {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, File>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent instead of the form, where a script sends it. */
  readonly json?: unknown;
  /** What in path and form stands for the record, to be left out when two answers are compared. */
  readonly names: readonly string[];
}

export interface SubjectOfTheYear {
  readonly target: TargetOfTheYear;
  /** The state of its record in which a route is asked. */
  readonly variant: string;
  /** Whose unit stands in the address, where it is another one than the record's. */
  readonly through?: 'own';
}

export const isOfTheYear = (route: string): boolean => routesOfTheYear.includes(route);

/** Fills a route in for a subject. The records of nobody are named like those of the own unit, with ids that do not exist. */
export function requestOfTheYear(
  { places }: World,
  route: string,
  { target, variant, through }: SubjectOfTheYear,
  person: TestPerson | null,
): RequestOfTheYear {
  const ward = places[target === 'none' ? 'own' : target];
  const code =
    through === undefined ? (target === 'none' ? NO_UNIT : ward.unit.code) : places[through].unit.code;
  const found = parametersOf(route, variant, ward);
  const parameters = target === 'none' ? withoutIds(found) : found;
  const path = route.slice(route.indexOf(' ') + 1).replace(/:(\w+)/g, (name) => {
    const value = name === ':unit' ? code : parameters[name.slice(1)];
    if (value === undefined) throw new Error(`Nothing is known to stand for ${name} in ${route}.`);
    return value;
  });
  const query = QUERIES[route.slice(route.indexOf(' ') + 1).replace('/don-vi/:unit', '')]?.(variant) ?? '';
  const form = route.startsWith('POST ') ? formOf(route, variant, ward, person) : {};
  const files = filesOf(route);
  const headers = route.endsWith('/minh-chung/tai-len')
    ? { 'Tus-Resumable': '1.0.0', 'Upload-Length': '20' }
    : null;
  const names = [code, ...Object.values(parameters)].filter((name) => name.length > 4);
  return {
    path: `${path}${query}`,
    form,
    names,
    ...(files === null ? {} : { files }),
    ...(headers === null ? {} : { headers }),
    ...(route.endsWith('/so-lieu/:round/o') ? { json: { operations: [cellOf(ward, variant)] } } : {}),
  };
}

/** A change of a cell as the grid sends it. */
const cellOf = ({ year }: WardOfTests, variant: string) => ({
  id: OPERATION,
  sheet: collectionOf(year, variant).sheet,
  item: itemOf(variant),
  figure: { state: 'given', value: 5 },
  comment: null,
  seenRevision: 0,
  after: null,
});

/** What an address must say besides its path. */
const QUERIES: Readonly<Record<string, (variant: string) => string>> = {
  '/so-lieu/moi': () => '?nam=2026&muc=village&ky=2026-H1',
  '/so-lieu/de-xuat': () => '?nam=2026',
  '/so-lieu/:round/phieu/:sheet/lich-su': (variant) => `?so_lieu=${itemOf(variant)}`,
};

function filesOf(route: string): Readonly<Record<string, File>> | null {
  const file = new File(['%PDF-1.4 Biên bản'], 'bien-ban.pdf');
  if (route.endsWith('/hoat-dong/:id/tep')) return { tep_moi: file };
  return /^POST .*\/minh-chung\/(them|:id\/ban-moi)$/.test(route) ? { tep: file } : null;
}

const isStateOfEvidence = (
  variant: string,
): variant is 'internal' | 'restricted' | 'children' | 'list' | 'redacted' | 'withdrawn' =>
  ['internal', 'restricted', 'children', 'list', 'redacted', 'withdrawn'].includes(variant);

/** The evidence that an address is about. */
const evidenceOf = ({ evidence }: RecordsOfTheYear, variant: string) =>
  evidence[isStateOfEvidence(variant) ? variant : 'internal'];

/** Ids that nothing has, and the secret of no calendar; days and numbers stay. */
const withoutIds = (parameters: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [
      name,
      name === 'file' && value.endsWith('.ics')
        ? `${feedSecret(NO_UNIT)}.ics`
        : value.length === 36
          ? NOBODY
          : value,
    ]),
  );

/** What stands for `:id` and the like in an address about the record of a ward. */
function parametersOf(route: string, variant: string, { unit, year }: WardOfTests): Record<string, string> {
  const path = route.split(' ')[1]!;
  const [, , , matter, next] = path.split('/');
  if (path.startsWith('/lich/')) return { file: `${feedSecret(unit.code)}.ics` };
  if (path.startsWith('/van-ban/')) return { id: year.document };
  switch (matter) {
    case 'ke-hoach': {
      const plan = draftOf(year, route, variant);
      return { id: plan.id, section: plan.section, revision: '0' };
    }
    case 'nhiem-vu':
      return {
        id: taskOf(year, path, variant),
        occurrence: occurrenceOf(year, variant),
        file: year.taskFile,
        difficulty: year.difficulty,
      };
    case 'chi-tieu':
      return { id: year.target };
    case 'cam-ket':
      return { id: year.village };
    case 'minh-chung': {
      const { id, use } = evidenceOf(year, variant);
      return {
        id,
        use,
        consent: year.consent,
        upload: year.upload,
        revision: '1',
        page: '1',
        year: '2026',
        zip: '2026.zip',
      };
    }
    case 'dia-ban':
      return { id: year.places[variant as 'ended' | 'school'] ?? year.village };
    case 'so-lieu':
      return { ...collectionOf(year, variant), item: itemOf(variant) };
    case 'ngay-nghi':
      return { day: year.dayOff };
    case 'hoat-dong':
      return {
        id: route.endsWith('/hoat-dong/:id/xoa') ? year.lonelyActivity : year.activity,
        file: year.activityFiles[variant === 'children' ? 'children' : 'plain'],
        link: year.link,
      };
    case 'kien-nghi':
      return { id: year.petition };
    case 'quy-tre-em':
      return { id: next === 'chi' ? year.use : year.contribution };
    default:
      return {};
  }
}

const itemOf = (variant: string) => (variant.startsWith('station') ? ASKED.organisation : ASKED.village);

/** Round, sheet and conflict that an address is about. */
const collectionOf = ({ collection: { about } }: RecordsOfTheYear, variant: string) =>
  about[variant in about ? (variant as keyof typeof about) : 'village'];

/** What a form calls its operations: an id of no record. */
export const OPERATION = '01920000-0000-7000-8000-00000000000f';

/** The reading or plan that an address is about. */
function draftOf(year: RecordsOfTheYear, route: string, variant: string) {
  if (route.includes('/ke-hoach/doc')) return year.reading;
  return variant === 'issued' ? year.issued : variant === 'superior' ? year.superior : year.draft;
}

function taskOf({ tasks }: RecordsOfTheYear, path: string, variant: string): string {
  if (variant === 'closed') return tasks.closed;
  const whose = variant === 'front' ? 'front' : 'station';
  // What waits for acceptance is not split, and only what is done on an event takes one down.
  return /\/(phat-sinh|tach)$/.test(path) ? tasks.onEvent[whose] : tasks[whose].id;
}

function occurrenceOf({ tasks }: RecordsOfTheYear, variant: string): string {
  if (variant === 'front') return tasks.front.occurrences.waiting;
  const { occurrences } = tasks.station;
  return variant === 'reported' || variant === 'skipped' ? occurrences[variant] : occurrences.waiting;
}

const roundForm = (title: string) => ({ tieu_de: title, ngay_chot: '14/06/2026', han_nop: '20/06/2026' });

let notes = 0;

/** A form with which the deed is done, for who may do it. */
function formOf(
  route: string,
  variant: string,
  { organisations, year, unit }: WardOfTests,
  person: TestPerson | null,
): Readonly<Record<string, string>> {
  const organisation = (kind: string) => organisations.get(kind)!;
  const mine = person?.unit.id === unit.id ? person.memberships[0]!.organisationId : organisation('schools');
  const chosen = variant === 'another' ? organisation('womens_union') : mine;
  const seen = { lan_sua: '0' };
  const note = `Ghi chú mới ${++notes}`;
  switch (route.split(' ')[1]!.replace('/don-vi/:unit', '')) {
    case '/van-ban/moi':
    case '/van-ban/:id':
      return {
        loai: 'Quyết định',
        so: `${100 + notes}/QĐ-UBND`,
        ngay: '05/01/2026',
        co_quan: 'Ủy ban nhân dân phường',
        trich_yeu: note,
      };
    case '/minh-chung/them/:upload':
    case '/minh-chung/:id/sua':
      return {
        ten: note,
        so: '42',
        ngay_ban_hanh: '02/10/2026',
        da_thay: evidenceOf(year, variant).seen,
      };
    case '/minh-chung/:id/tre-em':
      return { dau_hieu: note, ngay_cha_me: '02/05/2026', lan_sua: '1' };
    case '/minh-chung/:id/cong-bo':
      return { lan_sua: '1' };
    case '/minh-chung/:id/gan':
      return { nam: '2026', 'chi_tieu.1.1': 'co', nhiem_vu: year.tasks.station.id };
    case '/minh-chung/tu-ho-so':
      return { tep: year.programme };
    case '/minh-chung/:id/nam-sau':
      return { nam: '2026' };
    case '/so-lieu/moi':
      return {
        ...roundForm(note),
        [`so_lieu.${ASKED.village}`]: 'co',
        noi: 'tat_ca',
        nhiem_vu: year.tasks.station.id,
      };
    case '/so-lieu/de-xuat':
      return {
        'tao.village.2026-Q3': 'co',
        'tieu_de.village.2026-Q3': note,
        'ngay_chot.village.2026-Q3': '14/09/2026',
        'han_nop.village.2026-Q3': '20/09/2026',
      };
    case '/so-lieu/:round/sua':
      return { ...roundForm(note), [`so_lieu.${ASKED.village}`]: 'co', ...seen };
    case '/so-lieu/:round/noi':
      return { [`hien.${year.collection.free}`]: 'khong', [`noi.${year.collection.free}`]: 'co' };
    case '/so-lieu/:round/chap-nhan':
      return { [`phieu.${year.collection.about.village_in.sheet}`]: '0' };
    case '/so-lieu/:round/xung-dot/:operation':
      return { cach: 'lay', ...seen };
    case '/so-lieu/:round/phieu/:sheet':
    case '/so-lieu/:round/phieu/:sheet/nop': {
      const item = itemOf(variant);
      return { [item]: '5', [`${item}.da_thay`]: 'no_data', [`${item}.ma`]: OPERATION };
    }
    case '/so-lieu/:round/phieu/:sheet/tra-lai':
      return { ly_do: note };
    case '/ke-hoach/doc':
      return { cua_ai: 'own', van_ban: `KẾ HOẠCH\n${note} năm 2026` };
    case '/ke-hoach/doc/:id/dua-vao':
      return { phan: year.reading.part, dong: String(UNREAD.line) };
    case '/ke-hoach/doc/:id/xac-nhan':
    case '/ke-hoach/:id/ban-hanh':
      return { so: '138', ngay: '15/04/2026' };
    case '/ke-hoach/moi':
      return { nam: '2026', cach: 'blank', chu_de: 'children_work' };
    case '/ke-hoach/doc/:id/muc/:section':
    case '/ke-hoach/:id/muc/:section':
      return {
        tieu_de: note,
        vai_tro: 'objectives',
        vi_tri: '1',
        da_thay: draftOf(year, route, variant).sectionMark,
      };
    case '/ke-hoach/doc/:id/muc':
    case '/ke-hoach/:id/muc':
      return { muc_moi: note };
    case '/ke-hoach/doc/:id/dau-cuoi':
    case '/ke-hoach/:id/dau-cuoi':
      return {
        loai: 'KẾ HOẠCH',
        trich_yeu: note,
        da_thay: draftOf(year, route, variant).frameMark,
        ...(route.includes('/doc/') ? { nam: '2026' } : {}),
      };
    case '/nhiem-vu/moi':
      return { noi_dung: note, chu_tri: organisation('police'), han: '30/11/2026' };
    case '/nhiem-vu/kiem-tra':
      return {
        to_chuc: organisation('police'),
        nhiem_vu: year.tasks.station.id,
        ngay: '20/10/2026',
        ket_qua: note,
        danh_gia: 'satisfied',
      };
    case '/nhiem-vu/kho-khan':
      return { to_chuc: chosen, noi_dung: note };
    case '/nhiem-vu/kho-khan/:difficulty':
      return { cach: 'tra_loi', tra_loi: note, ...seen };
    case '/nhiem-vu/:id/phan-cong':
      return { chu_tri: organisation('police'), ly_do: note, ...seen };
    case '/nhiem-vu/:id/han':
      return { [`han.${occurrenceOf(year, variant)}`]: '20/12/2026', ly_do: note, ...seen };
    case '/nhiem-vu/:id/tach':
      return {
        to_chuc_1: organisation('police'),
        noi_dung_1: note,
        to_chuc_2: organisation('schools'),
        noi_dung_2: note,
        ly_do: note,
        ...seen,
      };
    case '/nhiem-vu/:id/phat-sinh':
      return { ngay: '20/10/2026', noi_dung: note, ...seen };
    case '/nhiem-vu/:id/dong':
    case '/nhiem-vu/:id/ky/:occurrence/tra-lai':
    case '/nhiem-vu/:id/ky/:occurrence/bo-qua':
    case '/chi-tieu/:id/ket-thuc':
      return { ly_do: note, ...seen };
    case '/nhiem-vu/:id/tien-do':
    case '/nhiem-vu/:id/kho-khan':
    case '/nhiem-vu/:id/ky/:occurrence/bao-cao':
      return { noi_dung: note, ...seen };
    case '/chi-tieu/moi':
    case '/chi-tieu/:id':
      return { noi_dung: note, muc: '>=', gia_tri: '90', to_chuc: organisation('health_station'), ...seen };
    case '/chi-tieu/:id/so-lieu':
      return { ky: '2026-Q2', so_lieu: '85', ghi_chu: note };
    case '/dia-ban/them':
      return { loai_hinh: 'thôn', ten: note, tu_ngay: '01/01/2025' };
    case '/dia-ban/gop':
      return {
        [`noi.${year.village}`]: 'co',
        [`noi.${year.places.other}`]: 'co',
        thanh: year.village,
        ngay: '01/02/2026',
      };
    case '/dia-ban/:id/doi-ten':
      return { loai_hinh: 'thôn', ten: note, ngay: '01/02/2026' };
    case '/dia-ban/:id/tach':
      return { loai_hinh: 'thôn', ten: `${note} Đông\n${note} Tây`, ngay: '01/02/2026' };
    case '/dia-ban/:id/thoi':
    case '/dia-ban/:id/dung-lai':
      return { ngay: '01/02/2026' };
    case '/dia-ban/:id/thong-tin':
      return { ma: '04012345', don_vi: organisation('schools') };
    case '/cam-ket/:id':
      return { ngay_ky: '10/03/2026', nguoi_ky: 'Trần Văn Ví Dụ', 'tieu_chi.1': 'co' };
    case '/ngay-nghi':
      return { ngay: '25/08/2026', loai: 'nghi', ten: note };
    case '/hoat-dong/moi':
    case '/hoat-dong/:id/sua':
      return {
        loai: 'dien-dan',
        ten: note,
        tu_ngay: '01/06/2026',
        don_vi: route.endsWith('/sua') ? organisation('health_station') : chosen,
        tre_em: '40',
        ...seen,
      };
    case '/hoat-dong/:id/gan':
      return { tieu_chi: '7' };
    case '/hoat-dong/de-xuat':
      return {
        ...(variant === 'ofPlanner'
          ? { tieu_chi: '1', so_lieu: 'children_budget_allocated' }
          : { tieu_chi: '11', so_lieu: 'petitions_total' }),
        dem_duoc: '2',
        lan_sua: '1',
      };
    case '/kien-nghi/moi':
    case '/kien-nghi/:id':
      return { hoat_dong: year.activity, noi_dung: note, don_vi_tra_loi: organisation('police'), ...seen };
    case '/kien-nghi/:id/tra-loi':
      return { tra_loi: note, ngay_tra_loi: '20/10/2026', ...seen };
    case '/quy-tre-em/thu/moi':
    case '/quy-tre-em/thu/:id':
      return {
        ngay: '01/03/2026',
        nguoi_tang: note,
        loai_nguoi_tang: 'person',
        hinh_thuc: 'tien',
        so_tien: '2000000',
        vao: 'quy',
        ...seen,
      };
    case '/quy-tre-em/chi/moi':
    case '/quy-tre-em/chi/:id':
      return {
        ngay: '20/10/2026',
        so_tien: '1000',
        hinh_thuc: 'tien',
        noi_dung: note,
        hoat_dong: year.activity,
        ...seen,
      };
    default:
      return seen;
  }
}
