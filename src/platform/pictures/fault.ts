/** Why a picture or a PDF is not taken. */
export type PictureFault =
  | 'no_picture'
  | 'too_many_bytes'
  | 'too_many_pixels'
  | 'too_many_pages'
  | 'protected'
  | 'damaged'
  | 'took_too_long';

/** What cannot be made a picture of; whoever asked says it in words. */
export class PictureError extends Error {
  constructor(readonly code: PictureFault) {
    super(code);
    this.name = 'PictureError';
  }
}
