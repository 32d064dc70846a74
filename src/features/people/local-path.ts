const ELSEWHERE = 'http://noi-khac.invalid';

/**
 * A path of this site out of what a link or a form claims, or `otherwise`: never an address of another site, however
 * it is written (`//site`, `/\site`, `https:site`).
 */
export function localPath(claimed: string | undefined, otherwise: string): string {
  if (claimed === undefined || !claimed.startsWith('/') || !URL.canParse(claimed, ELSEWHERE))
    return otherwise;
  const address = new URL(claimed, ELSEWHERE);
  const path = address.pathname + address.search;
  return address.origin === ELSEWHERE && !path.startsWith('//') ? path : otherwise;
}
