/** The path of a request as the log may have it: the address of a calendar is a secret. */
export function loggedPath(path: string): string {
  return path.replace(/^\/lich\/.+/u, '/lich/…');
}
