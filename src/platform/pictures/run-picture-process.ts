import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import type { PictureType } from './declared-size.ts';
import { PictureError, type PictureFault } from './fault.ts';
import { PICTURE_PROCESS } from './picture-process.ts';

/** A part of a picture, in fractions of its width and height from the upper left corner, as it is seen upright. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Of a file of pages: which of them, from 1. */
  readonly page?: number | undefined;
}

/** A picture upright, scaled down where it was large, holding pixels and nothing else. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
}

/** A page as a picture, with its size on paper in points. */
export interface PagePicture extends Picture {
  readonly points: readonly [width: number, height: number];
}

interface PictureJob {
  readonly bytes: Uint8Array;
  readonly areas: readonly Area[];
  readonly longestSide: number;
}
export type Job =
  | (PictureJob & { readonly of: 'picture'; readonly mediaType: PictureType })
  | (PictureJob & { readonly of: 'pages'; readonly mostPages: number });

type Answer = { readonly pictures: readonly PagePicture[] } | { readonly failure: PictureFault };

const MOST_MILLISECONDS = { picture: 20_000, pages: 60_000 };

function runToAnswer(job: Job): Promise<readonly PagePicture[]> {
  const addressOf = (name: string) => pathToFileURL(createRequire(import.meta.url).resolve(name)).href;
  const child = spawn(process.execPath, ['--max-old-space-size=384', '-e', PICTURE_PROCESS], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // Neither the secrets of the program nor what a developer has set for Node.
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    windowsHide: true,
  });
  let time: NodeJS.Timeout;
  return new Promise<readonly PagePicture[]>((resolve, reject) => {
    const fail = (code: PictureFault) => reject(new PictureError(code));
    time = setTimeout(fail, MOST_MILLISECONDS[job.of], 'took_too_long');
    child.once('message', (answer: Answer) =>
      'failure' in answer ? fail(answer.failure) : resolve(answer.pictures),
    );
    child.once('error', reject);
    // Without an answer: the decoder fell over what it was given, or its memory was used up.
    child.once('exit', () => fail('damaged'));
    child.send(
      {
        ...job,
        canvas: addressOf('@napi-rs/canvas'),
        ...(job.of === 'pages' ? { unpdf: addressOf('unpdf') } : {}),
      },
      (error) => error && fail('damaged'),
    );
  }).finally(() => {
    clearTimeout(time);
    child.kill('SIGKILL');
  });
}

/** One after another: several at once would share out the processor, and add up their memory. */
let before: Promise<unknown> = Promise.resolve();

/** Runs the job in a process of its own, when those before it are done. @throws PictureError */
export function runPictureProcess(job: Job): Promise<readonly PagePicture[]> {
  const working = before.then(() => runToAnswer(job));
  before = working.then(
    () => undefined,
    () => undefined,
  );
  return working;
}
