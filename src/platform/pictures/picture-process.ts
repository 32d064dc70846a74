/**
 * What the process that works on pictures runs. As a text, because a process cannot start from a TypeScript file, and a
 * text is the same beside the sources and in the built program. The decoder is native code and falls over some broken
 * files without an error to catch: here it takes nothing with it but itself.
 */
export const PICTURE_PROCESS = `
async function turned({ createCanvas, loadImage }, { bytes, mediaType, longestSide, areas }) {
  const image = await loadImage(Buffer.from(bytes));
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  // Even at its own size a picture is softened by this, a little more each time that it is blacked out further.
  pen.imageSmoothingEnabled = scale < 1;
  pen.imageSmoothingQuality = 'high';
  if (mediaType === 'image/jpeg') {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, width, height);
  }
  pen.drawImage(image, 0, 0, width, height);
  blacken(pen, areas, width, height);
  return { bytes: await canvas.encode(mediaType.slice(6), 85), mediaType, width, height };
}

function blacken(pen, areas, width, height) {
  pen.fillStyle = '#000';
  for (const area of areas) {
    const left = Math.floor(area.left * width);
    const top = Math.floor(area.top * height);
    pen.fillRect(left, top, Math.ceil((area.left + area.width) * width) - left, Math.ceil((area.top + area.height) * height) - top);
  }
}

// Node 20 has not yet what the library for PDF asks of it.
ArrayBuffer.prototype.transferToFixedLength ??= function (length = this.byteLength) {
  const moved = new ArrayBuffer(length);
  new Uint8Array(moved).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return moved;
};

async function drawnPages(canvas, { unpdf, bytes, mostPages, only, areas, longestSide }) {
  const { createIsomorphicCanvasFactory, getDocumentProxy } = await import(unpdf);
  const CanvasFactory = await createIsomorphicCanvasFactory(async () => canvas);
  // A page of which a part is missing would be taken for the whole: of pictures in it the library only warns.
  let missing = false;
  console.warn = (text) => {
    missing ||= /Unable to decode image|Dependent image/.test(text);
  };
  const pdf = await getDocumentProxy(bytes, { CanvasFactory, stopAtErrors: true, verbosity: 1 });
  if (pdf.numPages > mostPages) throw { failure: 'too_many_pages' };
  const asked = [...areas.keys(), only ?? 1];
  if (asked.some((number) => number > pdf.numPages)) throw { failure: 'damaged' };
  const numbers = only === null ? Array.from({ length: pdf.numPages }, (_, index) => index + 1) : [only];
  const pages = [];
  for (const number of numbers) {
    const page = await pdf.getPage(number);
    pages.push(await drawnPage(canvas, page, areas.get(number) ?? [], longestSide));
    page.cleanup();
  }
  if (missing) throw { failure: 'damaged' };
  return pages;
}

async function drawnPage({ createCanvas }, page, areas, longestSide) {
  const onPaper = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: longestSide / Math.max(onPaper.width, onPaper.height) });
  const width = Math.max(1, Math.round(viewport.width));
  const height = Math.max(1, Math.round(viewport.height));
  const drawing = createCanvas(width, height);
  const pen = drawing.getContext('2d');
  await page.render({ canvas: drawing, canvasContext: pen, viewport }).promise;
  const pixels = createCanvas(width, height);
  const blackPen = pixels.getContext('2d');
  blackPen.drawImage(drawing, 0, 0);
  blacken(blackPen, areas, width, height);
  return {
    bytes: await pixels.encode('jpeg', 85),
    mediaType: 'image/jpeg',
    width,
    height,
    onPaper: { width: onPaper.width, height: onPaper.height },
  };
}

async function work(job) {
  const canvas = (await import(job.canvas)).default;
  return { done: job.kind === 'pages' ? await drawnPages(canvas, job) : await turned(canvas, job) };
}

const failureOf = (error) =>
  error?.failure ?? (error?.name === 'PasswordException' ? 'protected' : 'damaged');

process.once('message', (job) => {
  work(job)
    .catch((error) => ({ failure: failureOf(error) }))
    .then((answer) => process.send(answer, () => process.exit(0)));
});
`;
