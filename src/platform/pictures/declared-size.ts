export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp';

/** What a picture says of itself in its first bytes, before anything of it is unpacked. */
export interface DeclaredSize {
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
}

/** The type by the content and the size as declared, not yet turned; null when it is none of the three types. */
export function declaredSize(bytes: Uint8Array): DeclaredSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    if (view.getUint32(0) === 0x89504e47 && view.getUint32(4) === 0x0d0a1a0a) return ofPng(view);
    if (view.getUint16(0) === 0xffd8) return ofJpeg(view);
    if (view.getUint32(0) === RIFF && view.getUint32(8) === WEBP) return ofWebp(view);
  } catch (error) {
    // It ends before it has said how large it is.
    if (!(error instanceof RangeError)) throw error;
  }
  return null;
}

const [RIFF, WEBP, VP8, VP8L, VP8X] = [0x52494646, 0x57454250, 0x56503820, 0x5650384c, 0x56503858];

const ofPng = (view: DataView): DeclaredSize => ({
  mediaType: 'image/png',
  width: view.getUint32(16),
  height: view.getUint32(20),
});

/** Looks for the frame header (SOF0 to SOF15, of which C4, C8 and CC are something else) from segment to segment. */
function ofJpeg(view: DataView): DeclaredSize | null {
  let at = 2;
  for (;;) {
    while (view.getUint8(at) === 0xff && view.getUint8(at + 1) === 0xff) at++;
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { mediaType: 'image/jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    const standsAlone = marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
    // The picture itself, or its end, before any frame header.
    if (marker === 0xd9 || marker === 0xda) return null;
    at += standsAlone ? 2 : 2 + view.getUint16(at + 2);
  }
}

function ofWebp(view: DataView): DeclaredSize | null {
  const mediaType = 'image/webp';
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
  switch (view.getUint32(12)) {
    case VP8X:
      return { mediaType, width: uint24(24) + 1, height: uint24(27) + 1 };
    case VP8L: {
      const sizes = view.getUint32(21, true);
      return { mediaType, width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 };
    }
    case VP8:
      return {
        mediaType,
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    default:
      return null;
  }
}
