import { fold } from './fold.ts';
import type { Head } from './head.ts';
import { CITIES_OF_THE_CENTRE, PROVINCES, UNIT_TYPES } from './lexicon/places.ts';
import type { Issuer, IssuerLevel } from './reading.ts';

interface PlaceFound {
  readonly typeFolded: string;
  readonly typePrinted: string;
  readonly level: IssuerLevel;
  readonly name: string;
}

const TYPE = UNIT_TYPES.map(([words]) => words).join('|');
const PRINTED_TYPE: Readonly<Record<string, string>> = {
  'thi tran': 'thị trấn',
  'dac khu': 'đặc khu',
  phuong: 'phường',
  xa: 'xã',
  'thi xa': 'thị xã',
  huyen: 'huyện',
  quan: 'quận',
  'thanh pho': 'thành phố',
  tinh: 'tỉnh',
};
const NAME_WORD = "(?:\\p{Lu}[\\p{L}'’]*(?:-\\p{Lu}\\p{L}*)?|\\d{1,2}(?![\\d/%]))";
const NAME = new RegExp(`^\\s*(${NAME_WORD}(?:\\s(?:-\\s)?${NAME_WORD}){0,4})`, 'u');

/** "CHÂU SƠN" → "Châu Sơn". */
const properCase = (text: string): string =>
  text.toLowerCase().replace(/(?<![\p{L}\p{M}])\p{L}/gu, (letter) => letter.toUpperCase());

function levelOf(typeFolded: string, name: string): IssuerLevel {
  if (typeFolded === 'thanh pho' && CITIES_OF_THE_CENTRE.has(fold(name))) return 'province';
  return UNIT_TYPES.find(([words]) => words === typeFolded)![1];
}

function placeFound(typeFolded: string, name: string): PlaceFound {
  const numbered = /^\d+$/u.test(name);
  const typePrinted = PRINTED_TYPE[typeFolded]!;
  const whole = numbered ? `${typePrinted.charAt(0).toUpperCase()}${typePrinted.slice(1)} ${name}` : name;
  return { typeFolded, typePrinted, level: levelOf(typeFolded, name), name: whole };
}

/** The last unit named in lines of capitals: the lowest stands last. */
function placeInCapitals(issuing: readonly string[]): PlaceFound | null {
  const text = issuing.join(' ').replace(/\s+/gu, ' ');
  const folded = fold(text);
  const pattern = new RegExp(`(?:^|\\s)(${TYPE})\\s+(?=[\\p{L}\\d])`, 'gu');
  let last: PlaceFound | null = null;
  for (const found of folded.matchAll(pattern)) {
    const rest = text.slice(found.index + found[0].length);
    const stop = fold(rest).search(
      /\s(?:uy ban|ubnd|so |phong |hoi dong|ban |thi tran|dac khu|phuong|xa|thi xa|huyen|thanh pho|tinh|van phong|dang |trung tam |truong )/u,
    );
    const name = (stop < 0 ? rest : rest.slice(0, stop)).trim().replace(/[^\p{L}\d]+$/u, '');
    if (name !== '' && name.length < 40) last = placeFound(found[1]!, properCase(name));
  }
  return last;
}

/** The first unit that a sentence names after the words before it. */
function placeInSentence(text: string, before: string): PlaceFound | null {
  const folded = fold(text);
  for (const found of folded.matchAll(new RegExp(`(?:${before})\\s+(${TYPE})(?=\\s)`, 'gu'))) {
    const name = NAME.exec(text.slice(found.index + found[0].length))?.[1];
    if (name) return placeFound(found[1]!, name.trim());
  }
  return null;
}

/** The unit type that the body speaks of as its own: "UBND phường …". */
function ownType(text: string): string | null {
  const counts = new Map<string, number>();
  for (const found of fold(text.slice(0, 100_000)).matchAll(
    /(?:ubnd|uy ban nhan dan|dia ban|cong an|tram y te) (thi tran|dac khu|phuong|xa|thi xa|huyen|quan|thanh pho|tinh)(?![a-z,])/gu,
  )) {
    counts.set(found[1]!, (counts.get(found[1]!) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [type, count] of counts) if (count > (best ? counts.get(best)! : 0)) best = type;
  return best;
}

function provinceIn(texts: readonly string[]): string | null {
  for (const text of texts) {
    const folded = fold(text);
    for (const found of folded.matchAll(/(?:^|[\s(])(?:tinh|thanh pho) /gu)) {
      const rest = folded.slice(found.index + found[0].length);
      const province = PROVINCES.find(
        (name) => rest.startsWith(fold(name)) && !/^[a-z]/u.test(rest.slice(name.length)),
      );
      if (province) return province;
    }
  }
  return null;
}

const SHORT_TYPES: readonly (readonly [short: RegExp, type: string])[] = [
  [/^P\.\s?/u, 'phuong'],
  [/^X\.\s?/u, 'xa'],
  [/^TT\.\s?/u, 'thi tran'],
  [/^H\.\s?/u, 'huyen'],
  [/^TX\.\s?/u, 'thi xa'],
  [/^TP\.\s?/u, 'thanh pho'],
  [/^Q\.\s?/u, 'quan'],
];

function placeOfDate(place: string): PlaceFound | null {
  for (const [short, type] of SHORT_TYPES)
    if (short.test(place)) return placeFound(type, place.replace(short, ''));
  const folded = fold(place);
  const type = UNIT_TYPES.find(([words]) => folded.startsWith(`${words} `))?.[0];
  return type ? placeFound(type, place.slice(type.length).trim()) : null;
}

/** "SỞ Y TẾ", or "SỞ Y TẾ TỈNH LẠNG SƠN" on one line, as "Sở Y tế tỉnh Lạng Sơn". */
function departmentOf(line: string, { typePrinted, name }: PlaceFound): string {
  const of = `${typePrinted} ${name}`;
  const own = fold(line).endsWith(` ${fold(of)}`) ? line.slice(0, -of.length - 1) : line;
  return `${properCase(own)} ${of}`;
}

/** Who issued the document, from its head, else from what the preamble and the title say. */
export function issuerOf(head: Head, preamble: string, whole: string): Issuer {
  const title = head.title ?? '';
  const acts = 'ubnd|uy ban nhan dan';
  const own = ownType(whole);
  let place =
    placeInCapitals(head.issuing) ??
    placeInSentence(
      preamble.replace(/(?:Căn cứ|Thực hiện|Theo)[^;.]{0,2000}?(?=[;.,]\s?(?:UBND|Ủy ban|Uỷ ban))/gu, ''),
      acts,
    ) ??
    (head.place ? placeOfDate(head.place) : null);
  if (!place && head.place && own) place = placeFound(own, head.place);
  place ??= placeInSentence(title, 'dia ban|cua|ubnd|em|nhan dan') ?? placeInSentence(title, '.');
  if (!place)
    return {
      name: null,
      level: own ? levelOf(own, '') : null,
      placeName: null,
      province: provinceIn([preamble.slice(0, 4000)]),
    };
  const isProvince = place.level === 'province';
  const issuing = fold(head.issuing.join(' '));
  const department = /(?:^|\s)((?:so|phong|ban|chi cuc|trung tam) .{2,60})$/u.exec(issuing);
  const name =
    department && !department[1]!.startsWith('ban nhan')
      ? departmentOf(head.issuing.at(-1)!, place)
      : `UBND ${/^\p{L}+ \d+$/u.test(place.name) ? place.name.toLowerCase() : `${place.typePrinted} ${place.name}`}`;
  return {
    name,
    level: place.level,
    placeName: place.name,
    province: isProvince ? place.name : provinceIn([title, head.issuing.join(' '), preamble.slice(0, 4000)]),
  };
}
