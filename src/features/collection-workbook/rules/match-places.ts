import { searchKey } from '../../../domain/text/index.ts';

/** Words for the kind of a place and what they are written for, longest first. */
const TYPE_WORDS: readonly (readonly [RegExp, string])[] = [
  [/^(?:to dan pho|tdp|to dp)(?=[ .\d])(?: so)?\.? ?/, 'to dan pho'],
  [/^(?:khu pho|kp)(?=[ .\d])(?: so)?\.? ?/, 'khu pho'],
  [/^(?:thon|ban|khom|ap|buon|lang|phum|soc|khu)(?: so)? /, ''],
  [/^(?:truong )?(?:mam non|mau giao|mn)\.? /, 'mam non'],
  [/^(?:truong )?(?:tieu hoc va trung hoc co so|th ?(?:&|va|-) ?thcs)\.? /, 'tieu hoc va trung hoc co so'],
  [/^(?:truong )?(?:tieu hoc|th)\.? /, 'tieu hoc'],
  [/^(?:truong )?(?:trung hoc co so|thcs)\.? /, 'trung hoc co so'],
  [/^truong /, ''],
];

export interface NamedPlace {
  readonly type: string;
  readonly name: string;
}

interface Folded {
  readonly type: string;
  readonly name: string;
}

/** “TDP 03” as type “to dan pho” and name “3”; without a word for its kind the type is empty. */
function fold(text: string): Folded {
  const key = searchKey(text).replace(/[.,;:]+$/, '');
  for (const [pattern, word] of TYPE_WORDS) {
    const found = pattern.exec(key)?.[0];
    if (found === undefined || found.length === key.length) continue;
    return { type: word || found.trim().replace(/ so$/, ''), name: withoutZeros(key.slice(found.length)) };
  }
  return { type: '', name: withoutZeros(key) };
}

const withoutZeros = (name: string): string => name.replace(/^0+(?=\d)/, '').trim();

export type PlaceMatch<Place> =
  | { readonly found: Place }
  | { readonly fault: 'unknown_place' | 'ambiguous_place' };

/**
 * Finds places by the names that people write: without tones, with or without the word for their kind, “TDP 3” for
 * “Tổ dân phố 3”. What fits two places fits none.
 */
export class PlacesByName<Place extends NamedPlace> {
  readonly #full = new Map<string, Place[]>();
  readonly #bare = new Map<string, Place[]>();

  constructor(places: readonly Place[]) {
    for (const place of places) {
      const { type, name } = fold(`${place.type} ${place.name}`);
      push(this.#full, `${type} ${name}`, place);
      push(this.#bare, name, place);
    }
  }

  find(text: string): PlaceMatch<Place> {
    const { type, name } = fold(text);
    const full = this.#full.get(`${type} ${name}`) ?? [];
    const candidates = full.length > 0 ? full : (this.#bare.get(name) ?? []);
    if (candidates.length === 1) return { found: candidates[0]! };
    return { fault: candidates.length === 0 ? 'unknown_place' : 'ambiguous_place' };
  }
}

function push<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
