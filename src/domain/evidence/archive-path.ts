/** What the name of a file in the file of the year is made of. */
export interface ArchivedFile {
  readonly year: number;
  readonly criterion: number;
  readonly indicator: string;
  /** Its place in the folder of the indicator, from 1. */
  readonly place: number;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly title: string;
  readonly mediaType: string;
  /** Whether it is the copy with areas blacked out. */
  readonly redacted: boolean;
}

/** Programs of Windows stop at 260 signs of a whole path, and folders are unpacked deep within others. */
export const LONGEST_PATH = 120;

const EXTENSIONS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/heic': 'heic',
  'image/heif': 'heif',
  'image/tiff': 'tif',
  'text/plain': 'txt',
  'text/csv': 'csv',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/vnd.oasis.opendocument.text': 'odt',
  'application/vnd.oasis.opendocument.spreadsheet': 'ods',
  'application/zip': 'zip',
  'video/mp4': 'mp4',
};

/**
 * The folder of the years: "2026", or for a phase "Giai-doan-2026-2030/2028".
 * @param first and `last` year of what is taken out
 */
export const yearFolder = (year: number, first: number, last: number): string =>
  first === last ? String(year) : `Giai-doan-${first}-${last}/${year}`;

/**
 * Where a file stands: `2026/Tieu-chi-07/7.1/01_41-BC-TYT_Bao-cao-tiem-chung.pdf`. Letters of ASCII only, never longer
 * than `LONGEST_PATH`, and its own within the folder through its place.
 */
export function archivePath(file: ArchivedFile, folderOfYear: string): string {
  const folder = `${folderOfYear}/Tieu-chi-${String(file.criterion).padStart(2, '0')}/${plainName(file.indicator)}`;
  const place = String(file.place).padStart(2, '0');
  const end = `${file.redacted ? '_ban-che' : ''}.${EXTENSIONS[file.mediaType.split(';')[0]!.trim()] ?? 'bin'}`;
  const room = LONGEST_PATH - folder.length - 1 - place.length - end.length;
  const name = [[file.number, file.symbol].filter((part) => part !== null).join('-'), file.title]
    .map(plainName)
    .filter((part) => part !== '')
    .join('_');
  const cut = name.slice(0, Math.max(0, room - 1)).replace(/[-_.]+$/, '');
  return `${folder}/${place}${cut === '' ? '' : `_${cut}`}${end}`;
}

/** Vietnamese text in letters that every program can write: tones off, "đ" as "d", anything else a hyphen. */
function plainName(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đð]/g, 'd')
    .replace(/[ĐÐ]/g, 'D')
    .replace(/[^A-Za-z0-9.]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/^[-.]+|[-.]+$/g, '');
}
