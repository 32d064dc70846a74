import { inputsOfCriterion } from '../../../src/domain/scoring/index.ts';
import { TEST_PASSWORD } from '../../support/builders.ts';
import { testStandards } from '../../support/ward.ts';
import type { Subject, Target } from './oracle.ts';
import { variantsOf } from './oracle-of-the-year.ts';
import { isOfTheYear, requestOfTheYear } from './requests-of-the-year.ts';
import { NO_UNIT, NOBODY, type TestPerson, type World, YEAR } from './world.ts';

/** The organisation kind of a person and a criterion of it; by the standard's own proposal. */
export const CRITERION_OF: Readonly<Record<string, number>> = {
  planningOfficer: 1,
  officeOfficer: 2,
  policeOfficer: 3,
  healthOfficer: 5,
  schoolOfficer: 10,
  youthOfficer: 11,
};
/** One that belongs to another organisation than that of whoever asks. */
export const criterionOfAnother = (role: string): number => (role === 'policeOfficer' ? 5 : 3);

/** One request of the walk. */
export interface WalkRequest {
  readonly path: string;
  readonly form: Readonly<Record<string, string>>;
  /** What in path and form stands for the record, to be left out when two answers are compared. */
  readonly names: readonly string[];
}

/** Fills a route in for a subject, with a form that would do the deed were it allowed. */
export async function requestFor(
  world: World,
  route: string,
  subject: Pick<Subject, 'target' | 'oneself'>,
  person: TestPerson | null,
  number: number,
): Promise<WalkRequest> {
  if (isOfTheYear(route))
    return requestOfTheYear(world, route, { target: subject.target, variant: variantsOf(route)[0]! }, person);
  const code = subject.target === 'none' ? NO_UNIT : world.places[subject.target].unit.code;
  const id = personId(world, subject, person);
  const [input = ''] = await inputsOf(number);
  const path = route
    .slice(route.indexOf(' ') + 1)
    .replace(':unit', code)
    .replace(':year', String(YEAR))
    .replace(':number', String(number))
    .replace(':input', input)
    .replace(':id', id);
  const form = await formFor(world, route, subject.target, person, number);
  return { path, form, names: route.includes(':unit') ? [code] : route.includes(':id') ? [id] : [] };
}

function personId(
  { places }: World,
  { target, oneself }: Pick<Subject, 'target' | 'oneself'>,
  person: TestPerson | null,
): string {
  if (oneself && person !== null) return person.personId;
  if (target === 'none') return NOBODY;
  if (target !== 'own') return places[target].colleague.personId;
  return places[person?.unit.level === 'province' ? 'province' : 'own'].colleague.personId;
}

export async function inputsOf(number: number): Promise<readonly string[]> {
  const { standard } = (await testStandards()).latest('qd-06-2019')!;
  return inputsOfCriterion(standard.criteria.find((criterion) => criterion.number === number)!);
}

let notes = 0;

/** What the boxes of a criterion hold that belongs to the unit, with a new note at the first figure. */
async function figuresForm(world: World, target: Target, number: number): Promise<Record<string, string>> {
  const [input = ''] = await inputsOf(number);
  const { standard } = (await testStandards()).latest('qd-06-2019')!;
  const unit = world.places[target === 'none' ? 'own' : target].unit;
  const { rows } = await world.owner.query<{ revision: number }>(
    'select f.revision from figure f join cycle c on c.id = f.cycle_id where f.unit_id = $1 and input = $2 and year = $3',
    [unit.id, input, YEAR],
  );
  return {
    [input]: standard.inputs[input]!.kind === 'yes_no' ? 'co' : '1',
    [`${input}.da_thay`]: 'given:1',
    [`${input}.lan_sua`]: String(rows[0]!.revision),
    [`${input}.ghi_chu`]: `Ghi chú mới ${++notes}`,
  };
}

async function formFor(
  world: World,
  route: string,
  target: Target,
  person: TestPerson | null,
  number: number,
): Promise<Readonly<Record<string, string>>> {
  const { organisations } = world.places[target === 'none' ? 'own' : target];
  const [, ending = ''] = /\/([a-z-]+|:[a-z]+)$/.exec(route) ?? [];
  switch (route) {
    case 'POST /dang-nhap':
      return { ten_dang_nhap: world.places.own.colleague.username, mat_khau: TEST_PASSWORD };
    case 'POST /tai-khoan/thu-dien-tu':
      return { thu_dien_tu: 'nguoi.mau@example.org' };
    case 'POST /ngon-ngu':
      return { ngon_ngu: 'vi', tro_ve: '/' };
    case 'POST /doi-mat-khau': {
      const next = 'mot cau moi de nho';
      return { mat_khau_hien_tai: TEST_PASSWORD, mat_khau_moi: next, nhap_lai: next };
    }
    case 'POST /nguoi-dung/moi':
    case 'POST /nguoi-dung/:id': {
      const membership = person?.memberships[0];
      return {
        ho_ten: 'Lê Văn Thử',
        to_chuc_1: membership?.organisationId ?? '',
        vai_tro_1: membership?.role ?? '',
      };
    }
    case 'POST /don-vi/:unit/tu-danh-gia':
      return { nam: '2031' };
  }
  switch (ending) {
    case ':number':
    case 'nop':
      return figuresForm(world, target, number);
    case 'tra-lai':
      return { ly_do: 'Bổ sung minh chứng' };
    case 'phan-cong':
      return {
        [`don_vi.${number}`]: organisations.get('womens_union')!,
        [`han.${number}`]: '30/11/2026',
      };
    case 'the-thuc':
      return {
        dia_danh: `Nơi thử ${++notes}`,
        kinh_gui: 'Sở Y tế',
        chuc_vu: 'CHỦ TỊCH',
        nguoi_ky: '',
        noi_nhan: 'Như trên',
      };
    default:
      return {};
  }
}
