/**
 * The text without the given signs at its end. A loop and no pattern: a pattern that ends in `+$` looks at every run of
 * such signs inside the text anew, which takes quadratic time on long runs.
 */
export function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text.charAt(end - 1))) end--;
  return end === text.length ? text : text.slice(0, end);
}
