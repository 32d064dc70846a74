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

async function work(job) {
  const canvas = (await import(job.canvas)).default;
  return { picture: await turned(canvas, job) };
}

process.once('message', (job) => {
  work(job)
    .catch(() => ({ failure: 'damaged' }))
    .then((answer) => process.send(answer, () => process.exit(0)));
});
`;
