import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

export type ScanResult = { readonly clean: true } | { readonly clean: false; readonly found: string };

/** Looks for viruses in a content. */
export interface VirusScanner {
  /** @throws ScannerAway when it cannot be asked, or does not answer as it should */
  scan(content: Readable): Promise<ScanResult>;
}

/** The scanner cannot be reached now, or gave up; it is asked again later. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
}

/** Milliseconds in which nothing at all happens on the line. */
const SILENCE = 30_000;
/** Clamd takes pieces of any length; this is what a file is read in. */
const PIECE = 64 * 1024;
const LONGEST_ANSWER = 4096;

/**
 * The scanner clamd over TCP, by its command INSTREAM: each piece goes behind its length, a length of zero ends the
 * content, and one line comes back.
 */
export function openClamd(
  { host, port }: { readonly host: string; readonly port: number },
  silence = SILENCE,
): VirusScanner {
  return {
    async scan(content) {
      const socket = connect({ host, port });
      socket.setTimeout(silence, () => socket.destroy(new ScannerAway('clamd is silent')));
      try {
        const answer = answerOf(socket);
        // Whoever fails first tells: the line may be cut while the content is still being sent.
        await Promise.race([send(socket, content), answer]);
        return resultOf(await answer);
      } catch (error) {
        throw error instanceof ScannerAway
          ? error
          : new ScannerAway((error as Error).message, { cause: error });
      } finally {
        content.destroy();
        socket.destroy();
      }
    },
  };
}

async function send(socket: Socket, content: Readable): Promise<void> {
  await once(socket, 'connect');
  socket.write('zINSTREAM\0');
  for await (const piece of content as AsyncIterable<Buffer>)
    for (let start = 0; start < piece.byteLength; start += PIECE) {
      const part = piece.subarray(start, start + PIECE);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(part.byteLength);
      socket.write(length);
      if (!socket.write(part)) await once(socket, 'drain');
    }
  socket.write(Buffer.alloc(4));
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  for await (const piece of socket as AsyncIterable<Buffer>) {
    answer += piece.toString('utf8');
    if (answer.includes('\0') || answer.length > LONGEST_ANSWER) break;
  }
  return answer.replace(/\0.*$/s, '').trim();
}

/** "stream: OK", "stream: Eicar-Signature FOUND"; all else is no result. */
function resultOf(answer: string): ScanResult {
  if (answer === 'stream: OK') return { clean: true };
  const found = /^stream: (.{1,200}) FOUND$/.exec(answer)?.[1];
  if (found !== undefined) return { clean: false, found };
  throw new ScannerAway(`clamd answered: ${answer.slice(0, 200) || 'nothing'}`);
}
