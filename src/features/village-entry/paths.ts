import { villageLinksPath } from '../collection/index.ts';

/** Addresses of villages' own way in. */
export const linksPath = (unitCode: string, { page = 1, only = '' } = {}): string => {
  const query = new URLSearchParams();
  if (only !== '') query.set('loc', only);
  if (page > 1) query.set('trang', String(page));
  return `${villageLinksPath(unitCode)}${query.size > 0 ? `?${query}` : ''}`;
};

/** All that a village's device may ask for lies at or below this. */
export const VILLAGE = '/thon';
export const isOfVillage = (path: string): boolean => path === VILLAGE || path.startsWith(`${VILLAGE}/`);
export const villageSheetsPath = '/thon/phieu';
export const villageSheetPath = (sheet: string): string => `/thon/phieu/${sheet}`;
/** The page that is shown without a connection; it holds no data. */
export const offlinePagePath = '/thon/ngoai-tuyen';
export const serviceWorkerPath = '/thon/sw.js';
export const figuresPath = '/thon/so-lieu.json';
export const sendPath = '/thon/gui';

/** What is sent or printed for a village: the code stands behind a hash, which no server and no preview of links sees. */
export const linkAddress = (publicUrl: string, code: string): string => `${publicUrl}${VILLAGE}#${code}`;
