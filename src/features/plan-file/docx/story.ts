import { readXml } from '../../../platform/xml.ts';
import type { ParagraphNumbering } from './list-labels.ts';
import { levelIn } from './numbering.ts';
import { type Cell, tableBlocks } from './table-text.ts';

/** What a story needs to know of the rest of the document. */
export interface StoryContext {
  labelOf(paragraph: ParagraphNumbering): string;
  /** The text of a footnote or endnote; undefined where there is none of that number. */
  noteOf(kind: 'footnote' | 'endnote', id: string): string | undefined;
}

export interface Story {
  /** Paragraphs and tables, each a block of lines. */
  readonly blocks: readonly string[];
  /** In the part of the notes: each note by its id. */
  readonly notes: ReadonlyMap<string, string>;
}

interface Paragraph {
  text: string;
  style: string | null;
  list: string | null;
  level: number | null;
  /** Whether the end of the paragraph was deleted: the next one continues it. */
  endIsDeleted: boolean;
  notes: string[];
}

/** Where paragraphs come to stand: the page, a cell of a table, a note. */
interface Place {
  readonly blocks: string[];
  /** Text of a paragraph whose end was deleted. */
  carried: string;
}

/** What is not on the paper: text deleted or moved away, and the second form of a drawing for old programs. */
const NOT_SHOWN = new Set(['del', 'moveFrom', 'Fallback', 'pPrChange', 'rPrChange', 'sectPr']);

/** Signs of the font Symbol that plans use. */
const SYMBOLS: Readonly<Record<string, string>> = { F0B3: '≥', F0A3: '≤', F0B1: '±', F0B4: '×' };

/**
 * Reads one part of a Word document from beginning to end in one pass: the body, or the notes. Numbers of lists stand
 * before their paragraphs, notes after the paragraph that refers to them, text boxes before the paragraph they hang on.
 * @throws XmlError
 */
export function readStory(xml: string, { labelOf, noteOf }: StoryContext): Story {
  const page: Place = { blocks: [], carried: '' };
  const places: Place[] = [page];
  const tables: Cell[][][] = [];
  const paragraphs: Paragraph[] = [];
  const notes = new Map<string, string>();
  let noteId: string | null = null;
  let noteNumber = 0;
  let hidden = 0;
  let inProperties = 0;
  let inText = 0;
  let capitals = false;

  const add = (text: string) => {
    const paragraph = paragraphs.at(-1);
    if (paragraph !== undefined) paragraph.text += text;
  };

  function endParagraph(): void {
    const paragraph = paragraphs.pop();
    const place = places.at(-1);
    if (paragraph === undefined || place === undefined) return;
    const text = place.carried + paragraph.text;
    place.carried = '';
    if (paragraph.endIsDeleted) {
      place.carried = text;
      return;
    }
    // Word counts an empty paragraph of a list as well: nothing is seen of it but its number.
    const label = labelOf(paragraph);
    const shown = text.trim() === '' ? '' : `${label === '' ? '' : `${label} `}${text.trim()}`;
    place.blocks.push(...[shown, ...paragraph.notes].filter((block) => block !== ''));
  }

  function refer(kind: 'footnote' | 'endnote', id: string | undefined): void {
    const text = noteOf(kind, id ?? '');
    if (text !== undefined && text !== '') paragraphs.at(-1)?.notes.push(`[${++noteNumber}] ${text}`);
  }

  function openInProperties(name: string, { val }: Readonly<Record<string, string>>): void {
    const paragraph = paragraphs.at(-1);
    if (name === 'caps') capitals = val !== '0' && val !== 'false';
    else if (paragraph === undefined) return;
    else if (name === 'pStyle') paragraph.style = val ?? null;
    else if (name === 'numId') paragraph.list = val ?? null;
    else if (name === 'ilvl') paragraph.level = levelIn(val);
    else if (name === 'del') paragraph.endIsDeleted = true;
  }

  function openShown(name: string, attributes: Readonly<Record<string, string>>): void {
    switch (name) {
      case 'p':
        paragraphs.push({ text: '', style: null, list: null, level: null, endIsDeleted: false, notes: [] });
        break;
      case 'r':
        capitals = false;
        break;
      case 't':
        inText++;
        break;
      case 'tab':
      case 'ptab':
        add('\t');
        break;
      case 'br':
      case 'cr':
        add('\n');
        break;
      case 'noBreakHyphen':
        add('-');
        break;
      case 'sym':
        add(SYMBOLS[attributes.char?.toUpperCase() ?? ''] ?? '•');
        break;
      case 'tbl':
        tables.push([]);
        break;
      case 'tr':
        tables.at(-1)?.push([]);
        break;
      case 'tc':
        places.push({ blocks: [], carried: '' });
        break;
      case 'footnote':
      case 'endnote':
        noteId = attributes.id ?? null;
        places.push({ blocks: [], carried: '' });
        break;
      case 'footnoteReference':
        refer('footnote', attributes.id);
        break;
      case 'endnoteReference':
        refer('endnote', attributes.id);
        break;
    }
  }

  function closeShown(name: string): void {
    switch (name) {
      case 'p':
        endParagraph();
        break;
      case 't':
        inText--;
        break;
      case 'tc':
        if (places.length > 1) tables.at(-1)?.at(-1)?.push(places.pop()!.blocks);
        break;
      case 'tbl':
        places.at(-1)!.blocks.push(...tableBlocks(tables.pop() ?? []));
        break;
      case 'footnote':
      case 'endnote':
        if (noteId !== null && places.length > 1) notes.set(noteId, places.pop()!.blocks.join(' '));
        break;
    }
  }

  readXml(xml, {
    open(name, attributes) {
      const isProperties = name === 'pPr' || name === 'rPr';
      if (inProperties > 0 && hidden === 0) openInProperties(name, attributes);
      if (hidden > 0 || NOT_SHOWN.has(name)) hidden++;
      else if (isProperties) inProperties++;
      else if (inProperties === 0) openShown(name, attributes);
    },
    close(name) {
      if (hidden > 0) hidden--;
      else if (name === 'pPr' || name === 'rPr') inProperties = Math.max(0, inProperties - 1);
      else if (inProperties === 0) closeShown(name);
    },
    text(text) {
      if (inText > 0 && hidden === 0) add(capitals ? text.toLocaleUpperCase('vi') : text);
    },
  });
  return { blocks: page.blocks, notes };
}
