import { createCanvas, loadImage } from '@napi-rs/canvas';
import PDFDocument from 'pdfkit';
import { describe, expect, test } from 'vitest';
import { RequestError } from '../http/index.ts';
import { blackOut, declaredSize, PictureError, pageOfPdf, pagesOfPdf, turnedRight } from './index.ts';

/** 60 × 40 pixels: a red corner at the upper left on white. */
async function upright(type: 'jpeg' | 'png' | 'webp' = 'jpeg'): Promise<Buffer> {
  const canvas = createCanvas(60, 40);
  const pen = canvas.getContext('2d');
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, 60, 40);
  pen.fillStyle = '#f00';
  pen.fillRect(0, 0, 16, 16);
  return canvas.encode(type as 'jpeg', 95);
}

/** What a phone writes beside the picture: how it was held, and where. */
function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, count: number, value: number | string) => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    if (typeof value === 'string') bytes.write(value, 8, 'latin1');
    else if (type === 3) bytes.writeUInt16BE(value, 8);
    else bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const count = (entries: number) => Buffer.from([0, entries]);
  const none = Buffer.alloc(4);
  // The directory of the picture (2 entries) takes 30 bytes after the head of 8, then comes the one of the place.
  return Buffer.concat([
    Buffer.from('MM\0\x2a\0\0\0\x08', 'latin1'),
    count(2),
    entry(0x0112, 3, 1, orientation),
    entry(0x8825, 4, 1, 38),
    none,
    count(2),
    entry(1, 2, 2, 'N'),
    entry(29, 2, 4, 'GPS'),
    none,
  ]);
}

function withExif(jpeg: Buffer, orientation: number): Buffer {
  const content = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), exif(orientation)]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, content, jpeg.subarray(2)]);
}

async function colourAt(bytes: Uint8Array, x: number, y: number): Promise<string> {
  const image = await loadImage(Buffer.from(bytes));
  const canvas = createCanvas(image.width, image.height);
  const pen = canvas.getContext('2d');
  pen.drawImage(image, 0, 0);
  const [red = 0, green = 0, blue = 0] = pen.getImageData(x, y, 1, 1).data;
  if (red > 200 && green < 60 && blue < 60) return 'red';
  if (red > 200 && green > 200 && blue > 200) return 'white';
  return red < 20 && green < 20 && blue < 20 ? 'black' : `${red} ${green} ${blue}`;
}

const codeOf = (promised: Promise<unknown>) =>
  promised.then(
    () => 'taken',
    (error: unknown) =>
      error instanceof PictureError || error instanceof RequestError ? error.code : String(error),
  );

describe('a picture from a phone', () => {
  // Where the upper left corner of the stored picture is seen, by TIFF 6.0, tag 274.
  test.each([
    [1, 'left', 'top'],
    [2, 'right', 'top'],
    [3, 'right', 'bottom'],
    [4, 'left', 'bottom'],
    [5, 'left', 'top'],
    [6, 'right', 'top'],
    [7, 'right', 'bottom'],
    [8, 'left', 'bottom'],
  ])('held as %i is shown upright, and says no longer where it was taken', async (held, side, end) => {
    const sent = withExif(await upright(), held);
    expect(sent.includes('GPS')).toBe(true);
    const shown = await turnedRight(sent);
    expect([shown.width, shown.height]).toEqual(held >= 5 ? [40, 60] : [60, 40]);
    const x = side === 'left' ? 4 : shown.width - 4;
    const y = end === 'top' ? 4 : shown.height - 4;
    expect(await colourAt(shown.bytes, x, y)).toBe('red');
    expect(await colourAt(shown.bytes, shown.width - x, shown.height - y)).toBe('white');
    for (const mark of ['Exif', 'GPS']) expect(Buffer.from(shown.bytes).includes(mark)).toBe(false);
  });

  test.each(['jpeg', 'png', 'webp'] as const)('stays a %s', async (type) => {
    const shown = await turnedRight(await upright(type));
    expect(declaredSize(shown.bytes)).toEqual({ mediaType: `image/${type}`, width: 60, height: 40 });
    expect(await colourAt(shown.bytes, 4, 4)).toBe('red');
  });

  test('larger than needed is scaled down', async () => {
    const canvas = createCanvas(4000, 1000);
    const shown = await turnedRight(await canvas.encode('jpeg', 50));
    expect([shown.width, shown.height]).toEqual([3000, 750]);
  });
});

test('a blacked-out area is black in the pixels, to the fraction of one, and all else stays', async () => {
  const areas = [{ left: 0, top: 0, width: 0.1, height: 0.101 }];
  const { bytes } = await blackOut(await upright('png'), areas);
  expect(await colourAt(bytes, 5, 4)).toBe('black');
  expect(await colourAt(bytes, 6, 4)).toBe('red');
  expect(await colourAt(bytes, 30, 30)).toBe('white');
});

/** So many pages of 200 × 100 points, each with a red bar over its left half. */
async function pdfOf(
  pages: number,
  options: PDFKit.PDFDocumentOptions = {},
  drawMore: (doc: PDFKit.PDFDocument) => void = () => {},
): Promise<Buffer> {
  const doc = new PDFDocument({ autoFirstPage: false, size: [200, 100], ...options });
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise((resolve) => doc.on('end', resolve));
  for (let page = 0; page < pages; page++) doc.addPage().rect(0, 0, 100, 100).fill('#f00');
  drawMore(doc);
  doc.end();
  await ended;
  return Buffer.concat(chunks);
}

describe('a page of a PDF', () => {
  test('is drawn as it is seen, with its areas black', async () => {
    const page = await pageOfPdf(await pdfOf(2), 2, [{ left: 0.25, top: 0, width: 0.5, height: 0.5 }]);
    expect(declaredSize(page.bytes)).toEqual({ mediaType: 'image/jpeg', width: 2000, height: 1000 });
    expect(page.onPaper).toEqual({ width: 200, height: 100 });
    expect(await colourAt(page.bytes, 100, 100)).toBe('red');
    expect(await colourAt(page.bytes, 600, 100)).toBe('black');
    expect(await colourAt(page.bytes, 1400, 100)).toBe('black');
    expect(await colourAt(page.bytes, 600, 900)).toBe('red');
    expect(await colourAt(page.bytes, 1900, 900)).toBe('white');
  });

  test('stands where it stood, of up to twenty', async () => {
    const areas = new Map([[2, [{ left: 0, top: 0, width: 1, height: 1 }]]]);
    const pages = await pagesOfPdf(await pdfOf(3), areas);
    const corners = await Promise.all(pages.map(({ bytes }) => colourAt(bytes, 100, 100)));
    expect(corners).toEqual(['red', 'black', 'red']);
    expect(await codeOf(pagesOfPdf(await pdfOf(21), new Map()))).toBe('too_many_pages');
  });

  test('is refused where it is none, has a password, or cannot be drawn as a whole', async () => {
    const pdf = await pdfOf(1);
    expect(await codeOf(pageOfPdf(pdf, 2))).toBe('damaged');
    expect(await codeOf(pageOfPdf(await upright(), 1))).toBe('damaged');
    expect(await codeOf(pageOfPdf(await pdfOf(1, { userPassword: 'mat-khau' }), 1))).toBe('protected');
    const scan = await upright();
    const scanned = await pdfOf(1, {}, (doc) => doc.image(scan, 0, 0));
    expect(await codeOf(pageOfPdf(scanned, 1))).toBe('taken');
    const spoilt = scanned.indexOf(scan);
    scanned.fill(0, spoilt, spoilt + scan.length);
    expect(await codeOf(pageOfPdf(scanned, 1))).toBe('damaged');
  });
});

describe('what is refused', () => {
  test('a picture that declares a huge size, before any of it is unpacked', async () => {
    const bomb = Buffer.from(await upright('png'));
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    expect(await codeOf(turnedRight(bomb))).toBe('too_many_pixels');
  });

  test('what is no picture', async () => {
    expect(await codeOf(turnedRight(Buffer.from('%PDF-1.7')))).toBe('no_picture');
    expect(await codeOf(turnedRight(Buffer.from([0xff, 0xd8])))).toBe('no_picture');
  });

  // The decoder ends its process on this one.
  test('a picture cut off on the way, and the next one is taken', async () => {
    const whole = await upright('webp');
    expect(await codeOf(turnedRight(whole.subarray(0, 120)))).toBe('damaged');
    expect(await codeOf(turnedRight(whole))).toBe('taken');
  });

  test('a picture behind which twenty wait already, until they are done', async () => {
    const picture = await upright();
    const codes = await Promise.all(Array.from({ length: 22 }, () => codeOf(turnedRight(picture))));
    expect(codes).toEqual([...Array.from({ length: 21 }, () => 'taken'), 'pictures.too-busy']);
    expect(await codeOf(turnedRight(picture))).toBe('taken');
  }, 120_000);
});
