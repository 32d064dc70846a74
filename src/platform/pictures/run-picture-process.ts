import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { tooBusy } from '../http/index.ts';
import type { PictureType } from './declared-size.ts';
import { PictureError, type PictureFault } from './fault.ts';
import { PICTURE_PROCESS } from './picture-process.ts';

/** A part of a picture, in fractions of its width and height from the upper left corner, as it is seen upright. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture upright, scaled down where it was large, holding pixels and nothing else. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly mediaType: PictureType;
  readonly width: number;
  readonly height: number;
}

/** A page of a PDF as a picture. */
export interface PageOfPdf extends Picture {
  /** The size of the page in points. */
  readonly onPaper: { readonly width: number; readonly height: number };
}

interface AnyJob {
  readonly bytes: Uint8Array;
  /** Pixels. */
  readonly longestSide: number;
  readonly mostMilliseconds: number;
}

export interface PictureJob extends AnyJob {
  readonly kind: 'picture';
  readonly mediaType: PictureType;
  readonly areas: readonly Area[];
}

export interface PagesJob extends AnyJob {
  readonly kind: 'pages';
  readonly mostPages: number;
  /** The one page that is wanted, from 1; null for all. */
  readonly only: number | null;
  /** By number of the page, from 1. */
  readonly areas: ReadonlyMap<number, readonly Area[]>;
}

interface Done {
  picture: Picture;
  pages: readonly PageOfPdf[];
}
type Job<Kind extends keyof Done> = Extract<PictureJob | PagesJob, { kind: Kind }>;
type Answer<Kind extends keyof Done> = { readonly done: Done[Kind] } | { readonly failure: PictureFault };

const addressOf = (library: string): string =>
  pathToFileURL(createRequire(import.meta.url).resolve(library)).href;

function runToAnswer<Kind extends keyof Done>(job: Job<Kind>): Promise<Done[Kind]> {
  const child = spawn(process.execPath, ['--max-old-space-size=384', '-e', PICTURE_PROCESS], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    // Neither the secrets of the program nor what a developer has set for Node.
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    windowsHide: true,
  });
  let time: NodeJS.Timeout;
  return new Promise<Done[Kind]>((resolve, reject) => {
    const fail = (code: PictureFault) => reject(new PictureError(code));
    time = setTimeout(fail, job.mostMilliseconds, 'took_too_long');
    child.once('message', (answer: Answer<Kind>) =>
      'failure' in answer ? fail(answer.failure) : resolve(answer.done),
    );
    child.once('error', reject);
    // Without an answer: the decoder fell over what it was given, or its memory was used up.
    child.once('exit', () => fail('damaged'));
    const libraries = { canvas: addressOf('@napi-rs/canvas'), unpdf: addressOf('unpdf') };
    child.send({ ...job, ...libraries }, (error) => error && fail('damaged'));
  }).finally(() => {
    clearTimeout(time);
    child.kill('SIGKILL');
  });
}

/** So many may wait for the one that is worked on; whoever comes then would wait for minutes. */
const MOST_WAITING = 20;

/** One after another: several at once would share out the processor, and add up their memory. */
let before: Promise<unknown> = Promise.resolve();
let notDone = 0;

/**
 * Runs the job in a process of its own, when those before it are done.
 * @throws PictureError
 * @throws RequestError 503 when more than 20 wait
 */
export async function runPictureProcess<Kind extends keyof Done>(job: Job<Kind>): Promise<Done[Kind]> {
  if (notDone > MOST_WAITING) throw tooBusy('pictures.too-busy');
  notDone++;
  const working = before.then(() => runToAnswer<Kind>(job)).finally(() => notDone--);
  before = working.catch(() => undefined);
  return working;
}
