import { declaredSize, type PictureType } from './declared-size.ts';
import { PictureError } from './fault.ts';
import { type Area, type PageOfPdf, type Picture, runPictureProcess } from './run-picture-process.ts';

export { type DeclaredSize, declaredSize } from './declared-size.ts';
export { PictureError, type PictureFault } from './fault.ts';
export type { Area, PageOfPdf, Picture };

const MOST_BYTES = 30_000_000;
/** What the cameras of phones take; unpacked some 200 MB. */
const MOST_PIXELS = 50_000_000;
/** Enough to read a page of paper that was photographed. */
const LONGEST_SIDE = 3000;
const MOST_MILLISECONDS = 20_000;
/** Pages of a PDF that are drawn; of a longer one whoever marks its areas would lose sight. */
export const MOST_PAGES = 20;
/** A page of A4 is read well at 170 dots an inch. */
const LONGEST_SIDE_OF_PAGE = 2000;
const MOST_MILLISECONDS_FOR_PAGES = 60_000;

/** @throws PictureError when the picture should not even be unpacked */
function typeWithinLimits(bytes: Uint8Array): PictureType {
  if (bytes.byteLength > MOST_BYTES) throw new PictureError('too_many_bytes');
  const declared = declaredSize(bytes);
  if (declared === null) throw new PictureError('no_picture');
  const { width, height, mediaType } = declared;
  if (width * height > MOST_PIXELS) throw new PictureError('too_many_pixels');
  if (width === 0 || height === 0) throw new PictureError('damaged');
  return mediaType;
}

/**
 * A JPEG, PNG or WebP picture as it is meant to be seen: upright, at most 3000 pixels long, in its own type, with
 * nothing beside the pixels – no place, no time, no camera.
 * @throws PictureError for more than 30 MB or 50 megapixels, and for what is none of the three types or broken
 */
export function turnedRight(bytes: Uint8Array): Promise<Picture> {
  return blackOut(bytes, []);
}

/** Like {@link turnedRight}, with areas made black in the pixels themselves: what was there is gone. @throws PictureError */
export async function blackOut(bytes: Uint8Array, areas: readonly Area[]): Promise<Picture> {
  const mediaType = typeWithinLimits(bytes);
  return runPictureProcess<'picture'>({
    kind: 'picture',
    bytes,
    mediaType,
    areas,
    longestSide: LONGEST_SIDE,
    mostMilliseconds: MOST_MILLISECONDS,
  });
}

/**
 * One page of a PDF as it is seen, a JPEG picture of 2000 pixels at its longest, with areas made black in the pixels.
 * @param number from 1
 * @throws PictureError for more than 30 MB or 20 pages, a password, and for what cannot be drawn as a whole
 */
export async function pageOfPdf(
  bytes: Uint8Array,
  number: number,
  areas: readonly Area[] = [],
): Promise<PageOfPdf> {
  const [page] = await drawPages(bytes, new Map([[number, areas]]), number);
  return page!;
}

/** All pages of a PDF, each with its areas made black. @param areas by number of the page, from 1 @throws PictureError */
export function pagesOfPdf(
  bytes: Uint8Array,
  areas: ReadonlyMap<number, readonly Area[]>,
): Promise<readonly PageOfPdf[]> {
  return drawPages(bytes, areas, null);
}

async function drawPages(
  bytes: Uint8Array,
  areas: ReadonlyMap<number, readonly Area[]>,
  only: number | null,
): Promise<readonly PageOfPdf[]> {
  if (bytes.byteLength > MOST_BYTES) throw new PictureError('too_many_bytes');
  return runPictureProcess<'pages'>({
    kind: 'pages',
    // A buffer is taken for one of Node's, which the library refuses.
    bytes: Uint8Array.from(bytes),
    mostPages: MOST_PAGES,
    only,
    areas,
    longestSide: LONGEST_SIDE_OF_PAGE,
    mostMilliseconds: MOST_MILLISECONDS_FOR_PAGES,
  });
}
