const MAIN_WARD = '/don-vi/05983/tu-danh-gia';
const SISTER_WARD = '/don-vi/05986/tu-danh-gia';
const criterion = (number: number) => `${MAIN_WARD}/2026/tieu-chi/${number}`;

export interface PagesOf {
  readonly who: string;
  /** Null for somebody who has not signed in. */
  readonly account: string | null;
  readonly paths: readonly string[];
}

const account = (post: string) => `${post}.luongvantri`;

/** Who looks at which pages of the sample. */
export const PAGES_OF: readonly PagesOf[] = [
  {
    who: 'a visitor',
    account: null,
    paths: ['/dang-nhap', '/dang-nhap?het_phien=1', '/du-lieu-mau', '/khong-co-trang-nay'],
  },
  {
    who: 'the planning officer',
    account: account('thuongtruc'),
    paths: [
      '/',
      MAIN_WARD,
      `${MAIN_WARD}/2025`,
      `${MAIN_WARD}/2024`,
      `${MAIN_WARD}/2026/phan-cong`,
      `${MAIN_WARD}/2026/bao-cao`,
      `${MAIN_WARD}/2026/bao-cao/the-thuc`,
      `${criterion(2)}/lich-su/children_born`,
      '/tai-khoan',
      '/doi-mat-khau',
      '/nguoi-dung',
    ],
  },
  {
    who: 'the planning officer, criterion by criterion,',
    account: account('thuongtruc'),
    paths: Array.from({ length: 13 }, (_, index) => criterion(index + 1)),
  },
  {
    who: 'the planning officer of a ward with a disqualifying zero',
    account: 'thuongtruc.tamthanh',
    paths: ['/', `${SISTER_WARD}/2026/tieu-chi/5`, `${SISTER_WARD}/2026/bao-cao`],
  },
  { who: 'the health station', account: account('tramyte'), paths: ['/', MAIN_WARD, criterion(9)] },
  { who: 'the police', account: account('congan'), paths: ['/', criterion(3)] },
  { who: 'the office', account: account('vanphong'), paths: ['/', criterion(2)] },
  { who: 'the schools', account: account('truonghoc'), paths: ['/', criterion(10)] },
  { who: 'the youth union', account: account('doan'), paths: ['/', criterion(11)] },
  { who: 'the leader', account: account('lanhdao'), paths: ['/', criterion(2), criterion(8)] },
  { who: 'the overseer', account: account('giamsat'), paths: ['/', criterion(6)] },
  {
    who: 'the administrator',
    account: account('quantri'),
    paths: ['/', '/nguoi-dung?tim=khong+co+ai', '/nguoi-dung/moi'],
  },
  {
    who: 'the appraiser of the province',
    account: 'thamdinh.langson',
    paths: ['/', '/toan-tinh?loc=not_opened', `${MAIN_WARD}/2026`, criterion(8)],
  },
];
