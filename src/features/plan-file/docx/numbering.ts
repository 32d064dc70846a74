import { readXml } from '../../../platform/xml.ts';

/** One level of a list: how its numbers look and where they begin. */
export interface ListLevel {
  start: number;
  format: string;
  /** "%1.%2." with a place for the number of each level above; for a bullet the bullet itself. */
  pattern: string;
  /** The numbers begin anew after a paragraph of this level or one above it; 0 for never. Null: after the level above. */
  restartAfter: number | null;
  /** All numbers in Arabic digits, whatever the levels above use. */
  isLegal: boolean;
  paragraphStyle: string | null;
}

/** A list as paragraphs refer to it. */
export interface List {
  /** Lists of the same abstract one count on together. */
  readonly abstractId: string;
  readonly levels: ReadonlyMap<number, ListLevel>;
  /** Levels at which this list begins to count anew, with the first number. */
  readonly starts: ReadonlyMap<number, number>;
}

/** The numbering that a style brings with it. */
export interface StyleNumbering {
  readonly basedOn: string | null;
  readonly list: string | null;
  readonly level: number | null;
}

export type Lists = ReadonlyMap<string, List>;
export type StyleNumberings = ReadonlyMap<string, StyleNumbering>;

const DEEPEST_LEVEL = 8;

/** A whole number in an attribute, kept within what lists use; null where there is none. */
function numberIn(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : null;
}

/** The level that an `ilvl` attribute or element names; 0 where it names none. */
export function levelIn(value: string | undefined): number {
  return Math.min(numberIn(value) ?? 0, DEEPEST_LEVEL);
}

interface AbstractList {
  readonly levels: Map<number, ListLevel>;
  styleLink: string | null;
}

const newLevel = (): ListLevel => ({
  start: 1,
  format: 'decimal',
  pattern: '',
  restartAfter: null,
  isLegal: false,
  paragraphStyle: null,
});

/** Which styles bring numbering: `word/styles.xml`. */
export function readStyleNumberings(xml: string): StyleNumberings {
  const styles = new Map<string, StyleNumbering>();
  let id: string | null = null;
  let style = { basedOn: null as string | null, list: null as string | null, level: null as number | null };
  readXml(xml, {
    open(name, { styleId, val }) {
      if (name === 'style') {
        id = styleId ?? null;
        style = { basedOn: null, list: null, level: null };
      } else if (name === 'basedOn') style.basedOn = val ?? null;
      else if (name === 'numId') style.list = val ?? null;
      else if (name === 'ilvl') style.level = levelIn(val);
    },
    close(name) {
      if (name !== 'style' || id === null) return;
      styles.set(id, style);
      id = null;
    },
  });
  return styles;
}

/** The lists of a document: `word/numbering.xml`. */
export function readLists(xml: string, styles: StyleNumberings): Lists {
  const abstracts = new Map<string, AbstractList>();
  const instances = new Map<
    string,
    { abstractId: string; own: Map<number, ListLevel>; starts: Map<number, number> }
  >();
  let abstract: AbstractList | null = null;
  let instance = { abstractId: '', own: new Map<number, ListLevel>(), starts: new Map<number, number>() };
  let level = newLevel();
  let overridden = 0;
  readXml(xml, {
    open(name, attributes) {
      const { val } = attributes;
      switch (name) {
        case 'abstractNum':
          abstract = { levels: new Map(), styleLink: null };
          abstracts.set(attributes.abstractNumId ?? '', abstract);
          break;
        case 'num':
          abstract = null;
          instance = { abstractId: '', own: new Map(), starts: new Map() };
          instances.set(attributes.numId ?? '', instance);
          break;
        case 'lvl':
          level = newLevel();
          (abstract?.levels ?? instance.own).set(levelIn(attributes.ilvl), level);
          break;
        case 'lvlOverride':
          overridden = levelIn(attributes.ilvl);
          break;
        case 'startOverride':
          instance.starts.set(overridden, numberIn(val) ?? 1);
          break;
        case 'abstractNumId':
          instance.abstractId = val ?? '';
          break;
        case 'numStyleLink':
          if (abstract !== null) abstract.styleLink = val ?? null;
          break;
        case 'start':
          level.start = numberIn(val) ?? 1;
          break;
        case 'numFmt':
          level.format = val ?? 'decimal';
          break;
        case 'lvlText':
          level.pattern = val ?? '';
          break;
        case 'lvlRestart':
          level.restartAfter = numberIn(val);
          break;
        case 'isLgl':
          level.isLegal = val !== '0' && val !== 'false';
          break;
        case 'pStyle':
          level.paragraphStyle = val ?? null;
          break;
      }
    },
  });

  /** An abstract list may only point to the style that holds the real one. */
  const abstractOf = (id: string, seen = new Set<string>()): string => {
    const link = abstracts.get(id)?.styleLink ?? null;
    const target = link === null ? null : instances.get(styles.get(link)?.list ?? '');
    if (!target || seen.has(id)) return id;
    return abstractOf(target.abstractId, seen.add(id));
  };
  const lists = new Map<string, List>();
  for (const [id, { abstractId, own, starts }] of instances) {
    const real = abstractOf(abstractId);
    const levels = new Map([...(abstracts.get(real)?.levels ?? []), ...own]);
    lists.set(id, { abstractId: real, levels, starts });
  }
  return lists;
}
