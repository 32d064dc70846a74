/** Marks that take no room and steer the layout; pasted from chat programs and PDF files, they spoil comparison. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;
/**
 * PostgreSQL refuses U+0000, and half of a pair of surrogates in JSON; no other control sign but tab and line feed means
 * anything in a text field.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control signs are what is taken out.
const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\p{Surrogate}]/gu;
const ODD_SPACE = /[\t\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/gu;
const LINE_END = /\r\n?|[\u0085\u2028\u2029]/gu;
/** Capital letters of Icelandic and Ewe that look like Đ and stand for it in converted legacy files. */
const LOOKALIKE_OF_D_WITH_STROKE = /[\u00D0\u0189]/gu;
const APOSTROPHE = /[\u0060\u00B4\u02B9\u02BB\u02BC\u2018\u2019\u201B\u2032\uFF07]/gu;
const DASH = /[\u2010-\u2015\u2212]/gu;

/**
 * Text as the program keeps it: NFC, plain spaces and line feeds, no invisible signs, no white space at either end.
 * Spaces inside and line breaks stay as many as they were. Applied to every text at the door.
 */
export function normaliseText(text: string): string {
  return text
    .normalize('NFC')
    .replace(LINE_END, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '')
    .replace(ODD_SPACE, ' ')
    .replace(LOOKALIKE_OF_D_WITH_STROKE, 'Đ')
    .normalize('NFC')
    .trim();
}

/**
 * The key on which names are searched and compared: without tones and marks, đ as d, lower case, one kind of
 * apostrophe and of dash, single spaces. It also unites the two habits of placing a tone (Hòa, Hoà).
 * Two different names may share a key: join on codes, search on keys.
 */
export function searchKey(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/gu, 'd')
    .replace(APOSTROPHE, "'")
    .replace(DASH, '-')
    .replace(/\s+/gu, ' ')
    .normalize('NFC')
    .trim();
}
