import type { RequestContext } from './environment.ts';
import { unreadable } from './errors.ts';

/**
 * The text fields of a form, as typed; of a field sent twice the last, of a file nothing.
 * @throws RequestError 400 when the body is no form
 */
export async function formFields(c: RequestContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody().catch(() => {
    throw unreadable('request.unreadable-form');
  });
  const fields: Record<string, string> = {};
  for (const [name, value] of Object.entries(body)) if (typeof value === 'string') fields[name] = value;
  return fields;
}

/** The object of a JSON body. @throws RequestError 400 when the body is none */
export async function jsonObject(c: RequestContext): Promise<Record<string, unknown>> {
  const body: unknown = await c.req.json().catch(() => null);
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unreadable('request.not-json');
  return body as Record<string, unknown>;
}
