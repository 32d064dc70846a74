import type { Answer } from './oracle.ts';

/** The kind of an answer; what is none of them is told by its status. */
export function answerOf(response: Response): Answer | `status ${number}` {
  const location = response.headers.get('location');
  switch (response.status) {
    case 200:
    case 201:
      return 'ok';
    case 303:
      if (location === '/doi-mat-khau') return 'toChangePassword';
      return /^\/dang-nhap\?(tiep|het_phien)=/.test(location ?? '') ? 'toSignIn' : 'ok';
    case 403:
      return 'forbidden';
    case 404:
      return 'notFound';
    case 409:
      return 'wrongState';
    default:
      return `status ${response.status}`;
  }
}

const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

const isId = (name: string) => name.length === 36;

/**
 * All of an answer that anyone could compare with another one: status, headers, body. Left out are the names of the
 * record, which whoever asked had typed, and the number of the request, which every error page bears once.
 */
export async function comparable(response: Response, names: readonly string[]): Promise<string> {
  const headers = [...response.headers].map(([name, value]) => `${name}: ${value}`).sort();
  let text = [response.status, ...headers, await response.text()].join('\n');
  const leaveOut = (some: readonly string[]) => {
    for (const name of some) text = text.replaceAll(name, '<record>');
  };
  leaveOut(names.filter(isId));
  const requests = new Set(text.match(uuid) ?? []);
  if (requests.size > 1) throw new Error(`The answer holds the ids of records: ${[...requests].join(', ')}`);
  // Before the short names, which could stand in the number of the request by chance.
  text = text.replace(uuid, '<request>');
  leaveOut(names.filter((name) => !isId(name)));
  return text;
}
