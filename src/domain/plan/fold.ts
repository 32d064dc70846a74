const FIRST = 0xc0;
const LAST = 0x1eff;

/** The plain small letter below each accented letter, by its code; 0 where there is none. */
const BASE = new Uint16Array(LAST + 1);
for (let code = 0x41; code <= 0x5a; code++) BASE[code] = code + 0x20;
for (let code = FIRST; code <= LAST; code++) {
  const base = String.fromCharCode(code).normalize('NFD').charAt(0).toLowerCase();
  if (/^[a-z]$/.test(base)) BASE[code] = base.charCodeAt(0);
}
BASE[0x110] = 0x64;
BASE[0x111] = 0x64;

const CHUNK = 8192;

/**
 * The text in small letters without tones, letter for letter as long as before, so that a place found in the one is the
 * same place in the other. Long dashes become short ones. Expects NFC.
 */
export function fold(text: string): string {
  let folded = '';
  for (let start = 0; start < text.length; start += CHUNK) {
    const end = Math.min(start + CHUNK, text.length);
    const codes = new Array<number>(end - start);
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code >= 0x2010 && code <= 0x2014) codes[at - start] = 0x2d;
      else codes[at - start] = (code <= LAST && BASE[code]) || code;
    }
    folded += String.fromCharCode.apply(null, codes);
  }
  return folded;
}
