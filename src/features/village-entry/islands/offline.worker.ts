/**
 * The service worker of the village's pages. It keeps the files of this build and one empty page, and answers with them
 * when the network does not; it keeps no figures, no answers and nothing of anybody else. What was typed is kept and sent by
 * the page itself. The server puts `BUILD` before this text.
 */
declare const BUILD: {
  /** Another one for every build: the old cache goes when the new one is there. */
  readonly cache: string;
  readonly page: string;
  readonly files: readonly string[];
};

interface ExtendableEvent extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface FetchEvent extends ExtendableEvent {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: ExtendableEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}
const worker = globalThis as unknown as Worker;

const OURS = 'mang-non-thon-';
/** A line that gives nothing for so long is none: the page then works from what the phone has. */
const PATIENCE_MS = 6_000;

worker.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(BUILD.cache);
      const fresh = [BUILD.page, ...BUILD.files].map((path) => new Request(path, { cache: 'reload' }));
      await cache.addAll(fresh);
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    (async () => {
      const old = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== BUILD.cache);
      await Promise.all(old.map((name) => caches.delete(name)));
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== worker.location.origin) return;
  if (request.mode === 'navigate') {
    if (/^\/thon(\/phieu(\/[^/]+)?)?$/.test(pathname)) event.respondWith(page(request));
  } else if (BUILD.files.includes(pathname)) event.respondWith(file(request));
});

async function file(request: Request): Promise<Response> {
  const cache = await caches.open(BUILD.cache);
  return (await cache.match(request.url)) ?? fetch(request);
}

/** The page of the server where it comes in time; else the empty one, which shows what the phone has. */
async function page(request: Request): Promise<Response> {
  const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
  const answer = await Promise.race([fetch(request).catch(() => null), late]);
  if (answer !== null && answer.status < 500) return answer;
  const cache = await caches.open(BUILD.cache);
  return (await cache.match(BUILD.page)) ?? answer ?? Response.error();
}

export {};
