import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { type Database, withReadScope } from '../../platform/database/index.ts';
import { notFound, type RequestEnvironment, RequestError } from '../../platform/http/index.ts';
import { findOccupancy } from './queries.ts';

/** Whether this installation has its first unit yet, and who may give it one. */
export interface SetUpState {
  isDone(): Promise<boolean>;
  /** Whether the form must carry the code from the console: where other machines reach the server. */
  readonly needsCode: boolean;
  /** @throws RequestError 404 once set up */
  assertOpen(): Promise<void>;
  isCode(typed: string): boolean;
}

/**
 * Asks the database until there is a unit, and never again after.
 * @param code what the console showed at the start; null where only this machine reaches the server
 */
export function setUpState(database: Database, code: string | null): SetUpState {
  let done = false;
  const state: SetUpState = {
    needsCode: code !== null,
    async isDone() {
      if (done) return true;
      const occupancy = await withReadScope(database, { kind: 'system', purpose: 'set-up' }, findOccupancy);
      done = occupancy !== 'empty';
      return done;
    },
    async assertOpen() {
      if (await state.isDone()) throw notFound();
    },
    isCode(typed) {
      if (code === null) return true;
      const [given, expected] = [Buffer.from(typed.trim().toLowerCase()), Buffer.from(code)];
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
  };
  return state;
}

/** Sends everybody to the set-up page until it is done. */
export function redirectUntilSetUp(state: SetUpState): MiddlewareHandler<RequestEnvironment> {
  return async (c, next) => {
    const { path } = c.req;
    if (path === '/cai-dat' || path.startsWith('/cai-dat/') || path === '/ngon-ngu' || (await state.isDone()))
      return next();
    return c.redirect('/cai-dat', 303);
  };
}

/** @throws RequestError 403 when the code is not the one that the console showed */
export function assertSetUpCode(state: SetUpState, typed: string): void {
  if (!state.isCode(typed)) throw new RequestError(403, 'set-up.wrong-code');
}
