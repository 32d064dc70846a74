/** Why a picture is not taken. */
export type PictureFault = 'no_picture' | 'too_many_bytes' | 'too_many_pixels' | 'damaged' | 'took_too_long';

/** What cannot be made a picture of; whoever asked says it in words. */
export class PictureError extends Error {
  constructor(readonly code: PictureFault) {
    super(code);
    this.name = 'PictureError';
  }
}
