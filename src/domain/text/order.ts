const collator = new Intl.Collator('vi', { numeric: true });

/**
 * Order of a Vietnamese list: a ă â, d đ, e ê, o ô ơ, u ư, then the tones; numbers by their value, so that
 * "Hà Giang 2" stands before "Hà Giang 10".
 * @returns negative, zero or positive, as `Array.sort` wants it.
 */
export function compareVietnamese(a: string, b: string): number {
  return collator.compare(a, b);
}
