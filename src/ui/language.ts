import type { Language } from '../domain/text/index.ts';

export type { Language };

/** The cookie that remembers the choice, and the name of the field in the form that makes it. */
export const languageCookie = 'ngon_ngu';

/** The language that a cookie's value asks for; Vietnamese when it asks for none that we speak. */
export function languageOf(cookieValue: string | undefined): Language {
  return cookieValue === 'en' ? 'en' : 'vi';
}

type Words = { readonly [key: string]: Wording };
type Wording = string | ((...values: never[]) => string) | readonly string[] | Words;

/** The same keys and the same values asked for, whatever the words. */
type SameShape<Source> = Source extends string
  ? string
  : Source extends (...values: infer Values) => string
    ? (...values: Values) => string
    : Source extends readonly string[]
      ? readonly string[]
      : { readonly [Key in keyof Source]: SameShape<Source[Key]> };

/** The words of one feature in each language: `messages[language].heading`. */
export type Messages<Source> = Readonly<Record<Language, SameShape<Source>>>;

/**
 * Puts the words of a feature together. Vietnamese is the source: English must have its keys, no fewer and no more,
 * and sentences with a figure in them are functions that ask for the same values.
 */
export function defineMessages<Source extends Words>(words: {
  readonly vi: Source;
  readonly en: SameShape<NoInfer<Source>>;
}): Messages<Source> {
  // The Vietnamese words trivially have their own shape; the type checker cannot see it for an open `Source`.
  return words as unknown as Messages<Source>;
}
