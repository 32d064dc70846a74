import type { Context } from 'hono';
import type { Language } from '../../domain/text/index.ts';
import type { PersonActor } from '../database/index.ts';

/** What the server has put beside each request before a route sees it. */
export interface RequestEnvironment {
  Variables: {
    requestId: string;
    language: Language;
    /** Who asks; null before sign-in. */
    actor: PersonActor | null;
    /** The session's token; null before sign-in. */
    sessionToken: string | null;
  };
}

export type RequestContext = Context<RequestEnvironment>;
