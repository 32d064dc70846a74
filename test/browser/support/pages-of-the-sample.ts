const MAIN_WARD = '/don-vi/05983/tu-danh-gia';
const SISTER_WARD = '/don-vi/05986/tu-danh-gia';
const criterion = (number: number) => `${MAIN_WARD}/2026/tieu-chi/${number}`;

/** Who looks at which pages of the sample. Nobody: who has not signed in. */
export const PAGES_OF: readonly { readonly who: string | null; readonly paths: readonly string[] }[] = [
  {
    who: null,
    paths: ['/dang-nhap', '/dang-nhap?het_phien=1', '/du-lieu-mau', '/khong-co-trang-nay'],
  },
  {
    who: 'thuongtruc.luongvantri',
    paths: [
      '/',
      MAIN_WARD,
      `${MAIN_WARD}/2025`,
      `${MAIN_WARD}/2024`,
      `${MAIN_WARD}/2026/phan-cong`,
      `${MAIN_WARD}/2026/bao-cao`,
      `${MAIN_WARD}/2026/bao-cao/the-thuc`,
      ...Array.from({ length: 13 }, (_, index) => criterion(index + 1)),
      `${criterion(2)}/lich-su/children_born`,
      '/tai-khoan',
      '/doi-mat-khau',
      '/nguoi-dung',
    ],
  },
  {
    who: 'thuongtruc.tamthanh',
    paths: ['/', `${SISTER_WARD}/2026/tieu-chi/5`, `${SISTER_WARD}/2026/bao-cao`],
  },
  { who: 'tramyte.luongvantri', paths: ['/', MAIN_WARD, criterion(5), criterion(9)] },
  { who: 'congan.luongvantri', paths: ['/', criterion(3)] },
  { who: 'vanphong.luongvantri', paths: ['/', criterion(2)] },
  { who: 'truonghoc.luongvantri', paths: ['/', criterion(10)] },
  { who: 'doan.luongvantri', paths: ['/', criterion(11)] },
  { who: 'lanhdao.luongvantri', paths: ['/', criterion(2), criterion(8), `${MAIN_WARD}/2025/bao-cao`] },
  { who: 'giamsat.luongvantri', paths: ['/', criterion(6), `${MAIN_WARD}/2026/bao-cao`] },
  { who: 'quantri.luongvantri', paths: ['/', '/nguoi-dung?tim=khong+co+ai', '/nguoi-dung/moi'] },
  {
    who: 'thamdinh.langson',
    paths: [
      '/',
      '/toan-tinh?nam=2025',
      '/toan-tinh?buoc=not_opened',
      `${MAIN_WARD}/2026`,
      criterion(8),
      `${SISTER_WARD}/2026/bao-cao`,
      '/tai-khoan',
    ],
  },
];
