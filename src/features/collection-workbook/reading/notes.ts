import { posix } from 'node:path';
import { normaliseText } from '../../../domain/text/index.ts';
import { readXml } from '../../../platform/xml.ts';
import type { ZipArchive } from '../../../platform/zip.ts';

/** The file of the relations of a part: `xl/worksheets/sheet1.xml` → `xl/worksheets/_rels/sheet1.xml.rels`. */
export const relationsOf = (part: string): string =>
  posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);

export interface Relation {
  readonly id: string;
  /** The last word of its type: `comments`, `vmlDrawing`. */
  readonly kind: string;
  /** The part that it leads to. */
  readonly part: string;
}

export function readRelations(archive: Pick<ZipArchive, 'read'>, part: string): Relation[] {
  const relations: Relation[] = [];
  readXml(archive.read(relationsOf(part))?.toString('utf8') ?? '', {
    open(name, { Id = '', Type = '', Target = '' }) {
      if (name !== 'Relationship') return;
      const target = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(part), Target);
      relations.push({ id: Id, kind: Type.split('/').at(-1) ?? '', part: target });
    },
  });
  return relations;
}

/** How the notes that the program itself writes to wrong cells begin: they are not comments of people. */
export const FAULT_NOTE = 'Lỗi:';

/**
 * The notes of a sheet, by the address of their cell. Excel puts the name of the author and a colon on a line of its own
 * before what was typed: that is not part of it.
 */
export function readNotes(archive: Pick<ZipArchive, 'read'>, sheetPart: string): ReadonlyMap<string, string> {
  const notes = new Map<string, string>();
  const part = readRelations(archive, sheetPart).find(({ kind }) => kind === 'comments')?.part;
  const xml = part === undefined ? undefined : archive.read(part)?.toString('utf8');
  if (xml === undefined) return notes;
  const authors: string[] = [];
  let inAuthor = false;
  let inText = false;
  let note: { readonly ref: string; readonly author: string; text: string } | null = null;
  readXml(xml, {
    open(name, { ref = '', authorId = '' }) {
      if (name === 'author') {
        inAuthor = true;
        authors.push('');
      } else if (name === 'comment') note = { ref, author: authors[Number(authorId)] ?? '', text: '' };
      else if (name === 't') inText = true;
    },
    close(name) {
      if (name === 'author') inAuthor = false;
      else if (name === 't') inText = false;
      else if (name === 'comment' && note !== null) {
        const text = normaliseText(withoutAuthor(note.text, note.author));
        if (text !== '' && !text.startsWith(FAULT_NOTE)) notes.set(note.ref, text);
        note = null;
      }
    },
    text(text) {
      if (inAuthor) authors[authors.length - 1] += text;
      else if (inText && note !== null) note.text += text;
    },
  });
  return notes;
}

function withoutAuthor(text: string, author: string): string {
  const head = `${author}:`;
  return author !== '' && text.startsWith(head) ? text.slice(head.length) : text;
}
