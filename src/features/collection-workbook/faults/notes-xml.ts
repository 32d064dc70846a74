import { posix } from 'node:path';
import type { ZipArchive } from '../../../platform/zip.ts';
import { columnLetters } from '../../figures-file/index.ts';
import { FAULT_NOTE, readRelations, relationsOf } from '../reading/notes.ts';
import { escapeXml, withNotesDrawing } from './sheet-xml.ts';

/** A note to a cell; row from 1, column from 0. */
export interface FaultNote {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** The parts of an archive that change, by name. */
export type ChangedParts = Map<string, string>;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const AUTHOR = 'Măng Non';
const FIRST_NUMBER = 9_000;

const SHAPE_TYPE =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

const addressOf = ({ row, column }: FaultNote): string => `${columnLetters(column)}${row}`;

const shapeOf = ({ row, column }: FaultNote, index: number): string =>
  `<v:shape id="_x0000_s${20_000 + index}" type="#_x0000_t202" style="position:absolute;width:220px;height:80px;z-index:1;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox/><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${column + 1}, 15, ${row - 1}, 2, ${column + 4}, 15, ${row + 3}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row - 1}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;

const commentOf = (note: FaultNote, author: number, prefix: string): string =>
  `<${prefix}comment ref="${addressOf(note)}" authorId="${author}"><${prefix}text><${prefix}r><${prefix}t xml:space="preserve">${escapeXml(`${FAULT_NOTE} ${note.text}`)}</${prefix}t></${prefix}r></${prefix}text></${prefix}comment>`;

/** Adds notes to those that a sheet has; a cell with a note of a person keeps it alone. */
function addToNotes(
  archive: ZipArchive,
  changed: ChangedParts,
  comments: string,
  drawing: string,
  notes: readonly FaultNote[],
): void {
  const xml = archive.read(comments)!.toString('utf8');
  const taken = new Set([...xml.matchAll(/\sref="([A-Z]+\d+)"/g)].map(([, ref]) => ref));
  const added = notes.filter((note) => !taken.has(addressOf(note)));
  const prefix = /<((?:\w+:)?)commentList\b/.exec(xml)?.[1] ?? '';
  const authors = xml.match(/<(?:\w+:)?author\b/g)?.length ?? 0;
  const list = added.map((note) => commentOf(note, authors, prefix)).join('');
  changed.set(
    comments,
    xml
      .replace(`</${prefix}authors>`, `<${prefix}author>${AUTHOR}</${prefix}author></${prefix}authors>`)
      .replace(/<((?:\w+:)?)commentList\s*\/>/, '<$1commentList></$1commentList>')
      .replace(`</${prefix}commentList>`, `${list}</${prefix}commentList>`),
  );
  const shapes = added.map(shapeOf).join('');
  changed.set(
    drawing,
    archive
      .read(drawing)!
      .toString('utf8')
      .replace(/<\/xml>\s*$/, `${shapes}</xml>`),
  );
}

/** Gives a sheet without notes its first ones. */
function makeNotes(
  archive: ZipArchive,
  changed: ChangedParts,
  part: string,
  number: number,
  notes: readonly FaultNote[],
): void {
  // Readers know these parts by such names; no workbook has so many of its own.
  const comments = `xl/comments${FIRST_NUMBER + number}.xml`;
  const drawing = `xl/drawings/vmlDrawing${FIRST_NUMBER + number}.vml`;
  const list = notes.map((note) => commentOf(note, 0, '')).join('');
  changed.set(
    comments,
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><authors><author>${AUTHOR}</author></authors><commentList>${list}</commentList></comments>`,
  );
  changed.set(
    drawing,
    `<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">${SHAPE_TYPE}${notes.map(shapeOf).join('')}</xml>`,
  );
  const relations = relationsOf(part);
  const before =
    archive.read(relations)?.toString('utf8') ??
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;
  const from = posix.dirname(part);
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${posix.relative(from, target)}"/>`;
  changed.set(
    relations,
    before
      .replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>')
      .replace(
        '</Relationships>',
        `${relation('rIdLoi1', 'comments', comments)}${relation('rIdLoi2', 'vmlDrawing', drawing)}</Relationships>`,
      ),
  );
  changed.set(part, withNotesDrawing(changed.get(part)!, 'rIdLoi2'));
  const types = changed.get(CONTENT_TYPES) ?? archive.read(CONTENT_TYPES)!.toString('utf8');
  const vml = /Extension="vml"/i.test(types)
    ? ''
    : '<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>';
  const override = `<Override PartName="/${comments}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"/>`;
  changed.set(
    CONTENT_TYPES,
    types.replace(/<Types[^>]*>/, (tag) => `${tag}${vml}`).replace('</Types>', `${override}</Types>`),
  );
}

const CONTENT_TYPES = '[Content_Types].xml';

/** Writes notes to cells of a sheet whose own part is among the changed ones already. */
export function writeNotes(
  archive: ZipArchive,
  changed: ChangedParts,
  part: string,
  number: number,
  notes: readonly FaultNote[],
): void {
  const relations = readRelations(archive, part);
  const comments = relations.find(({ kind }) => kind === 'comments')?.part;
  const drawing = relations.find(({ kind }) => kind === 'vmlDrawing')?.part;
  if (
    comments !== undefined &&
    drawing !== undefined &&
    archive.names.includes(comments) &&
    archive.names.includes(drawing)
  )
    addToNotes(archive, changed, comments, drawing, notes);
  // A drawing that is no note's, of a header perhaps, is left as it is: then the column alone tells.
  else if (comments === undefined && drawing === undefined) makeNotes(archive, changed, part, number, notes);
}
