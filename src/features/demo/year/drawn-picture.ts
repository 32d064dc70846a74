import { crc32, deflateSync } from 'node:zlib';

type Colour = readonly [red: number, green: number, blue: number];

const [WIDTH, HEIGHT] = [480, 320];
const SKY: Colour = [207, 232, 247];
const MEADOW: Colour = [140, 192, 132];
const BALLOONS: readonly { readonly x: number; readonly y: number; readonly colour: Colour }[] = [
  { x: 90, y: 90, colour: [209, 73, 91] },
  { x: 190, y: 130, colour: [237, 174, 73] },
  { x: 290, y: 90, colour: [0, 121, 140] },
  { x: 390, y: 130, colour: [125, 91, 166] },
];
const RADIUS = 34;
const LENGTH_OF_STRING = 140;

function colourAt(x: number, y: number): Colour {
  for (const balloon of BALLOONS) {
    const [across, down] = [x - balloon.x, y - balloon.y];
    const isString = Math.abs(across) <= 1 && down > 0 && down < LENGTH_OF_STRING;
    if (isString || across * across + down * down < RADIUS * RADIUS) return balloon.colour;
  }
  return y < 230 ? SKY : MEADOW;
}

/** Balloons over a meadow as a PNG, point by point: nobody is in the picture, and it is the same everywhere. */
export function drawnPicture(): Uint8Array {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++) rows.set(colourAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3);
  const head = Buffer.alloc(13);
  head.writeUInt32BE(WIDTH, 0);
  head.writeUInt32BE(HEIGHT, 4);
  // Eight bits for each of red, green and blue.
  head.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}
