import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** How long requests under way may take to finish when the program stops. */
const FINISH_MS = 5_000;
/** Longer than the usual pause between two clicks, so that most requests find their connection open. */
const KEEP_ALIVE_MS = 30_000;

export interface Listening {
  /** Where people find it. */
  readonly url: string;
  /** Takes no more, lets what is under way finish for up to five seconds, then cuts off. */
  close(): Promise<void>;
}

/** Whether only this machine itself is meant. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** Serves on host and port; port 0 takes a free one. */
export async function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  config: { readonly host: string; readonly port: number; readonly publicUrl: string },
): Promise<Listening> {
  const server = createAdaptorServer({ fetch }) as Server;
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  // `localhost` may mean either address family; browsers try both, and everything else knows this one.
  server.listen(config.port, config.host === 'localhost' ? '127.0.0.1' : config.host);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: config.port === 0 ? config.publicUrl.replace(/:0$/, `:${port}`) : config.publicUrl,
    close: () => closeServer(server),
  };
}

async function closeServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  // Busy connections would otherwise go on with request after request until they are cut off.
  server.prependListener('request', (_, response) => response.setHeader('connection', 'close'));
  server.close();
  server.closeIdleConnections();
  const cutOff = setTimeout(() => server.closeAllConnections(), FINISH_MS);
  await closed;
  clearTimeout(cutOff);
}
