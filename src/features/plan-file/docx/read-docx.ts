import { readXml, XmlError } from '../../../platform/xml.ts';
import { openZip, type ZipArchive, ZipError } from '../../../platform/zip.ts';
import { PlanFileError } from '../fault.ts';
import { listLabels } from './list-labels.ts';
import { readLists, readStyleNumberings } from './numbering.ts';
import { readStory } from './story.ts';

/**
 * Only the parts that are read are unpacked, at most ten megabytes of them: a plan of forty pages has under one, and
 * pictures are left where they are. What is read holds the program up, some seconds at the very most.
 */
const LIMITS = {
  unpackedBytes: 10_000_000,
  entries: 5_000,
  ratio: 100,
  wanted: (name: string) => /^(_rels\/\.rels|word\/[^/]+\.xml)$/.test(name),
};

const MAIN_DOCUMENT = /\/officeDocument$/;

function textOf(archive: ZipArchive, part: string): string | null {
  return archive.read(part)?.toString('utf8') ?? null;
}

/** Where the body lies: `word/document.xml`, unless the package says otherwise. */
function mainPart(archive: ZipArchive): string | null {
  let part = 'word/document.xml';
  readXml(textOf(archive, '_rels/.rels') ?? '', {
    open(name, { Type, Target }) {
      if (name === 'Relationship' && MAIN_DOCUMENT.test(Type ?? '')) part = (Target ?? '').replace(/^\//, '');
    },
  });
  return part.startsWith('word/') && archive.names.includes(part) ? part : null;
}

function readParts(bytes: Uint8Array): string {
  const archive = openZip(bytes, LIMITS);
  const part = mainPart(archive);
  if (part === null) throw new PlanFileError('not_a_document');
  const styles = readStyleNumberings(textOf(archive, 'word/styles.xml') ?? '');
  const lists = readLists(textOf(archive, 'word/numbering.xml') ?? '', styles);
  const notesIn = (name: string): ReadonlyMap<string, string> =>
    readStory(textOf(archive, name) ?? '', {
      labelOf: listLabels(lists, styles),
      noteOf: () => undefined,
    }).notes;
  const notes = { footnote: notesIn('word/footnotes.xml'), endnote: notesIn('word/endnotes.xml') };
  const { blocks } = readStory(textOf(archive, part) ?? '', {
    labelOf: listLabels(lists, styles),
    noteOf: (kind, id) => notes[kind].get(id),
  });
  return blocks.join('\n\n');
}

/**
 * The text of a Word document: paragraphs with a blank line between them, numbers and dashes of lists as they are seen,
 * notes in square brackets behind their paragraph. Headers and footers are left out. No XML library and no unpacking
 * beyond the limits: a small file can neither fill the memory nor hold the program up.
 * @throws PlanFileError
 */
export function readDocx(bytes: Uint8Array): string {
  try {
    return readParts(bytes);
  } catch (error) {
    if (error instanceof ZipError)
      throw new PlanFileError(
        error.code === 'too_large'
          ? 'unpacks_too_large'
          : error.code === 'encrypted'
            ? 'protected'
            : 'damaged',
      );
    if (error instanceof XmlError) throw new PlanFileError('damaged');
    throw error;
  }
}
