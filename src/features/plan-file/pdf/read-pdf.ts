import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { PlanFileError } from '../fault.ts';
import { pageLines, type TextPiece } from './page-lines.ts';
import { PAGE_READER, type PageReaderAnswer } from './page-reader.ts';

const MOST_PAGES = 200;
const MOST_LETTERS = 5_000_000;

/** What reading one file may take. */
interface Allowance {
  readonly milliseconds: number;
  /** Bytes by which the whole program may grow meanwhile: what a file unpacks to lies outside the thread's own heap. */
  readonly memory: number;
}

const ALLOWANCE: Allowance = { milliseconds: 10_000, memory: 400_000_000 };
const LOOK_AT_MEMORY_EVERY_MS = 50;
/** A page that was scanned may carry a few words of a signing program; a page of a plan has some two thousand letters. */
const FEWEST_LETTERS_A_PAGE = 40;

/** Bytes of a PDF, read in a thread of its own that ends with the answer, or when its time or its memory is used up. */
function piecesOfPages(
  bytes: Uint8Array,
  { milliseconds, memory }: Allowance,
): Promise<readonly (readonly TextPiece[])[]> {
  const library = pathToFileURL(createRequire(import.meta.url).resolve('unpdf')).href;
  const memoryBefore = process.memoryUsage.rss();
  const worker = new Worker(PAGE_READER, {
    eval: true,
    execArgv: [],
    workerData: { library, bytes: Uint8Array.from(bytes), mostPages: MOST_PAGES, mostLetters: MOST_LETTERS },
    resourceLimits: { maxOldGenerationSizeMb: Math.ceil(memory / 1_000_000) },
  });
  let time: NodeJS.Timeout;
  let look: NodeJS.Timeout;
  return new Promise<readonly (readonly TextPiece[])[]>((resolve, reject) => {
    const fail = (code: PlanFileError['code']) => reject(new PlanFileError(code));
    time = setTimeout(fail, milliseconds, 'took_too_long');
    look = setInterval(() => {
      if (process.memoryUsage.rss() - memoryBefore > memory) fail('unpacks_too_large');
    }, LOOK_AT_MEMORY_EVERY_MS);
    worker.once('message', (answer: PageReaderAnswer<TextPiece>) =>
      'pages' in answer ? resolve(answer.pages) : fail(answer.failure),
    );
    worker.once('error', ({ code }: NodeJS.ErrnoException) =>
      fail(code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'unpacks_too_large' : 'damaged'),
    );
  }).finally(() => {
    clearTimeout(time);
    clearInterval(look);
    return worker.terminate();
  });
}

/** One file at a time: several at once would share out the processor, and add up their memory. */
let before: Promise<unknown> = Promise.resolve();

/** The text of a PDF and how many pages it has. */
export interface TextOfPdf {
  readonly text: string;
  readonly pages: number;
}

/**
 * The text of a PDF, line by line as it is seen on its pages. The library runs in a thread: it keeps its memory to
 * itself, holds nobody up, and can be stopped whatever the file makes it do.
 * @throws PlanFileError for more than 200 pages, a password, a scan without text, a damaged file, or one that takes too long.
 */
export async function readPdf(bytes: Uint8Array, allowance = ALLOWANCE): Promise<TextOfPdf> {
  const reading = before.then(() => piecesOfPages(bytes, allowance));
  before = reading.then(
    () => undefined,
    () => undefined,
  );
  const pages = await reading;
  const letters = pages.flat().reduce((sum, { text }) => sum + text.replace(/\s/g, '').length, 0);
  if (letters < FEWEST_LETTERS_A_PAGE * pages.length) throw new PlanFileError('scanned', pages.length);
  const text = pages.flatMap((pieces, index) => pageLines(pieces, index + 1)).join('\n');
  return { text, pages: pages.length };
}
