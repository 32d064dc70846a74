import { createCanvas, loadImage } from '@napi-rs/canvas';

/** The shades of grey within an area of a picture in percent, from 0 for black to 255 for white. */
export type Shades = (...area: readonly [left: number, top: number, width: number, height: number]) => {
  readonly darkest: number;
  readonly lightest: number;
};

/** A picture as it is seen. */
export async function shadesOf(picture: Uint8Array): Promise<Shades> {
  const image = await loadImage(Buffer.from(picture));
  const { width, height } = image;
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  return (...area) => {
    const [left, top, wide, high] = area.map((percent, at) =>
      Math.round((percent / 100) * (at % 2 === 0 ? width : height)),
    );
    const { data } = pen.getImageData(left!, top!, wide!, high!);
    let [darkest, lightest] = [255, 0];
    for (let at = 0; at < data.length; at += 4) {
      darkest = Math.min(darkest, data[at]!);
      lightest = Math.max(lightest, data[at]!);
    }
    return { darkest, lightest };
  };
}
