import { declaredSize, type PictureType } from './declared-size.ts';
import { PictureError } from './fault.ts';
import { type Area, type Picture, runPictureProcess } from './run-picture-process.ts';

export { type DeclaredSize, declaredSize } from './declared-size.ts';
export { PictureError, type PictureFault } from './fault.ts';
export type { Area, Picture };

const MOST_BYTES = 30_000_000;
/** What the cameras of phones take; unpacked some 200 MB. */
const MOST_PIXELS = 50_000_000;
/** Enough to read a page of paper that was photographed. */
const LONGEST_SIDE = 3000;

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
  return runPictureProcess({
    bytes,
    mediaType,
    areas,
    longestSide: LONGEST_SIDE,
  });
}
