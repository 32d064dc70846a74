import { Socket } from 'node:net';

/**
 * A socket that sends what is written in one turn of the event loop as one packet. Each packet costs a system call here
 * and wakes a server process there, which is more than most statements themselves cost.
 */
export function gatheringSocket(): Socket {
  const socket = new Socket();
  const write = socket.write.bind(socket);
  let gathering = false;
  const gather = (content: unknown, ...rest: unknown[]): boolean => {
    if (!gathering) {
      gathering = true;
      socket.cork();
      setImmediate(() => {
        gathering = false;
        socket.uncork();
      });
    }
    return write(content as string, ...(rest as []));
  };
  // Not earlier: connecting puts the usual way of writing back in place.
  socket.once('connect', () => {
    socket.write = gather;
  });
  return socket;
}
