import { normaliseText } from '../../../domain/text/index.ts';

const TONE_BEFORE_MAIN_VOWEL = /(\p{L})(?:([òóỏõọ])([ae])|([ùúủũụ])(y))(?!\p{L})/giu;
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;

/**
 * A unit's name as the list in force spells it: NFC, the tone on the main vowel of oa, oe and uy (Hoà, Thuỷ),
 * the straight apostrophe (Ea H'Leo). Published lists differ in these three things for some 200 names.
 */
export function spellOfficially(name: string): string {
  return normaliseText(name)
    .replace(/[\u2018\u2019]/gu, "'")
    .replace(TONE_BEFORE_MAIN_VOWEL, (_, before: string, o?: string, ae?: string, u?: string, y?: string) => {
      const toned = (o ?? u ?? '').normalize('NFD');
      const tone = TONE.exec(toned)?.[0] ?? '';
      return `${before}${toned.replace(TONE, '')}${(ae ?? y ?? '') + tone}`.normalize('NFC');
    });
}
