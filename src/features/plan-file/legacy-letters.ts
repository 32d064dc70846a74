/** Letters that only Vietnamese in Unicode uses. */
const VIETNAMESE = /[\u1EA0-\u1EF9ĂăĐđĨĩŨũƠơƯư]/gu;
/** What the letters of TCVN3 and VNI look like when they are taken for Western ones; Vietnamese uses none of them. */
const LEGACY = /[¨©ª¬®µ¶·¸¹»¼½¾ÄÅÆËÏÑÖ×ØÛÜÞßäåæëïñö÷øûüÿ]/gu;
/** A few stand in any text: ©, ×, ®, a foreign name. */
const TOLERATED = 10;

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;

/**
 * Whether a text was written in a font of before Unicode (TCVN3 as .VnTime, VNI): its letters are then others than those
 * seen on paper, and no word in it could be understood.
 * @param text in NFC
 */
export function hasLegacyLetters(text: string): boolean {
  const legacy = count(text, LEGACY);
  return legacy > TOLERATED && legacy > count(text, VIETNAMESE);
}
