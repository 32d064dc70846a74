import { type ArchivedFile, archivePath, yearFolder } from './archive-path.ts';
import { type FileAtTheDoor, leavingCopy, type ReasonToStay } from './leaving-copy.ts';

/** A stored content that may be taken out. */
export interface ArchivedContent {
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
}

/** One use of an evidence for an indicator of a year. */
export interface EvidenceInUse extends Omit<FileAtTheDoor, 'hasRedactedCopy'> {
  readonly year: number;
  readonly criterion: number;
  readonly indicator: string;
  readonly evidenceId: string;
  readonly title: string;
  readonly number: string | null;
  readonly symbol: string | null;
  readonly issuedOn: string | null;
  readonly extract: string | null;
  readonly pages: number | null;
  /** When its file was added. */
  readonly addedAt: Date | null;
  readonly file: ArchivedContent | null;
  readonly redacted: ArchivedContent | null;
}

export interface IncludedFile {
  readonly use: EvidenceInUse;
  readonly path: string;
  readonly content: ArchivedContent;
  readonly redacted: boolean;
}

export type ReasonLeftOut = ReasonToStay | 'without_file' | 'damaged';

export interface LeftOut {
  readonly use: EvidenceInUse;
  readonly because: ReasonLeftOut;
}

export interface ArchivePlan {
  readonly included: readonly IncludedFile[];
  readonly leftOut: readonly LeftOut[];
  /** Bytes of all files together. */
  readonly size: number;
}

/** A ZIP without further extensions holds no more, and browsers save no more at a go in peace. */
export const LARGEST_ARCHIVE = 4_000_000_000;
/** The printed index is made as a whole: of so many files it takes some 200 MB of memory. */
export const MOST_FILES = 2_000;

/**
 * What goes into the file of a year, or of the years of a phase. A file used for several indicators stands in the folder
 * of each: whoever opens the folder of an indicator finds everything there, and a ZIP knows no links.
 * @param uses in the order of the index: year, criterion, indicator, date
 */
export function planArchive(uses: readonly EvidenceInUse[], first: number, last: number): ArchivePlan {
  const included: IncludedFile[] = [];
  const leftOut: LeftOut[] = [];
  const places = new Map<string, number>();
  for (const use of uses) {
    const leaving = leavingCopy({ ...use, hasRedactedCopy: use.redacted !== null });
    if (leaving.copy === null) {
      leftOut.push({ use, because: leaving.because });
      continue;
    }
    const content = leaving.copy === 'redacted' ? use.redacted : use.file;
    if (content === null) {
      leftOut.push({ use, because: 'without_file' });
      continue;
    }
    const folder = `${use.year} ${use.indicator}`;
    const place = (places.get(folder) ?? 0) + 1;
    places.set(folder, place);
    const redacted = leaving.copy === 'redacted';
    const named: ArchivedFile = { ...use, place, mediaType: content.mediaType, redacted };
    included.push({ use, content, redacted, path: archivePath(named, yearFolder(use.year, first, last)) });
  }
  return { included, leftOut, size: included.reduce((sum, { content }) => sum + content.size, 0) };
}

/** Why an archive cannot be made in one piece; null where it can. */
export function tooLarge({ included, size }: ArchivePlan): 'bytes' | 'files' | null {
  if (included.length > MOST_FILES) return 'files';
  return size > LARGEST_ARCHIVE ? 'bytes' : null;
}
