import { type DetailedError, type HttpRequest, type HttpResponse, Upload } from 'tus-js-client';

/** Where a file stands. */
export type StateOfFile = 'waiting' | 'sending' | 'lineCut' | 'paused' | 'done' | 'failed';

export interface FileOfQueue {
  readonly key: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly sent: number;
  readonly state: StateOfFile;
  /** What is wrong with it where it failed. */
  readonly fault: 'failed' | 'tooLarge' | 'signedOut';
  /** The server's own words, where it said any. */
  readonly why: string | null;
  /** Of the upload, once it is done. */
  readonly id: string | null;
}

/** Forty seconds of a line of 1 Mbit/s: no proxy on the way gives a request up so soon. */
const PIECE = 5_000_000;
const RETRY_AFTER_MS = [0, 1_000, 3_000, 5_000, 10_000, 20_000, 30_000, 30_000, 30_000];

/**
 * Sends files one after another. Each goes on where it was: after a cut by itself, after a pause when asked to, and
 * after the page was left when the same file is chosen again, which the browser remembers by name, size and time.
 */
export class UploadQueue {
  #files: FileOfQueue[] = [];
  #next = 0;
  readonly #uploads = new Map<number, Upload>();

  constructor(
    private readonly endpoint: string,
    private readonly largest: number,
    private readonly show: (files: readonly FileOfQueue[]) => void,
  ) {}

  add(files: readonly File[]): void {
    for (const file of files) {
      const key = this.#next++;
      const tooLarge = file.size > this.largest;
      this.#files.push({
        key,
        name: file.name,
        size: file.size,
        sent: 0,
        state: tooLarge ? 'failed' : 'waiting',
        fault: tooLarge ? 'tooLarge' : 'failed',
        why: null,
        id: null,
      });
      if (!tooLarge) this.#uploads.set(key, this.#uploadOf(key, file));
    }
    this.#goOn();
  }

  pause(key: number): void {
    void this.#uploads.get(key)?.abort();
    this.#change(key, { state: 'paused' });
    this.#goOn();
  }

  continue(key: number): void {
    this.#change(key, { state: 'waiting' });
    this.#goOn();
  }

  /** Takes a file off the list; what had come of it is removed by the server. */
  cancel(key: number): void {
    void this.#uploads
      .get(key)
      ?.abort(true)
      .catch(() => undefined);
    this.#uploads.delete(key);
    this.#files = this.#files.filter((file) => file.key !== key);
    this.#goOn();
  }

  /** Whatever had failed with the line is tried again. */
  lineIsBack(): void {
    for (const { key, state, fault, why } of this.#files)
      if (state === 'failed' && fault === 'failed' && why === null) this.#change(key, { state: 'waiting' });
    this.#goOn();
  }

  #uploadOf(key: number, file: File): Upload {
    const upload: Upload = new Upload(file, {
      endpoint: this.endpoint,
      metadata: { filename: file.name },
      chunkSize: PIECE,
      retryDelays: RETRY_AFTER_MS,
      removeFingerprintOnSuccess: true,
      onAfterResponse: keepWhatHasCome,
      onShouldRetry: (error) => {
        const tryAgain = mayBeTheLine(error);
        if (tryAgain) this.#change(key, { state: 'lineCut' });
        return tryAgain;
      },
      onProgress: (sent) => this.#change(key, { sent, state: 'sending' }),
      onSuccess: () => {
        this.#change(key, { state: 'done', sent: file.size, id: upload.url?.split('/').at(-1) ?? null });
        this.#goOn();
      },
      onError: (error) => {
        this.#change(key, { state: 'failed', ...faultOf(error) });
        this.#goOn();
      },
    });
    return upload;
  }

  /** Begins with the next one that waits, unless one is under way. */
  #goOn(): void {
    const isUnderWay = this.#files.some(({ state }) => state === 'sending' || state === 'lineCut');
    const next = isUnderWay ? undefined : this.#files.find(({ state }) => state === 'waiting');
    if (next !== undefined) {
      this.#change(next.key, { state: 'sending', why: null, fault: 'failed' });
      void this.#begin(this.#uploads.get(next.key)!);
    } else this.#show();
  }

  async #begin(upload: Upload): Promise<void> {
    if (upload.url === null) {
      const [before] = await upload.findPreviousUploads();
      if (before !== undefined) upload.resumeFromPreviousUpload(before);
    }
    upload.start();
  }

  #change(key: number, changes: Partial<FileOfQueue>): void {
    this.#files = this.#files.map((file) => (file.key === key ? { ...file, ...changes } : file));
    this.#show();
  }

  #show(): void {
    this.show([...this.#files]);
  }
}

/**
 * Asked how far an upload is and answered with a fault of the server, the library would send the whole file anew. Here
 * it becomes a question without an answer, which is asked again.
 */
export function keepWhatHasCome(request: HttpRequest, response: HttpResponse): void {
  if (request.getMethod() === 'HEAD' && response.getStatus() >= 500)
    throw new Error('How far the upload is cannot be told now.');
}

const statusOf = (error: Error | DetailedError): number =>
  'originalResponse' in error ? (error.originalResponse?.getStatus() ?? 0) : 0;

/** No answer at all, or one that may be another the next time. */
function mayBeTheLine(error: Error | DetailedError): boolean {
  const status = statusOf(error);
  return status === 0 || status === 409 || status === 423 || status >= 500;
}

/** What went wrong: who is no longer signed in is led to the sign-in page, which is no answer of this protocol. */
function faultOf(error: Error | DetailedError): Pick<FileOfQueue, 'fault' | 'why'> {
  const answer = 'originalResponse' in error ? error.originalResponse : null;
  const request: unknown = answer?.getUnderlyingObject();
  if (request instanceof XMLHttpRequest && request.responseURL.includes('/dang-nhap'))
    return { fault: 'signedOut', why: null };
  const status = statusOf(error);
  if (status === 413) return { fault: 'tooLarge', why: null };
  return { fault: 'failed', why: status === 415 || status === 429 ? (answer?.getBody() ?? null) : null };
}
