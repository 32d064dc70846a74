/**
 * Characters that no official document may carry: XML 1.0 forbids most controls, PDF/A forbids text without a
 * meaning (private use, unpaired surrogates), and directional overrides could make a line read otherwise than stored.
 */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to remove
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufdd0-\ufdef\ufeff\ufff0-\uffff\p{Co}\p{Cs}\p{Cn}]/gu;

/**
 * Text as it is printed: one line, NFC, white space of any kind but the no-break space as single spaces, without characters that may not be
 * in the file. All renderers pass every string through this, so that what one prints the others print too.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(FORBIDDEN, '')
    .replace(/[^\S\u00a0]+/gu, ' ')
    .normalize('NFC');
}
