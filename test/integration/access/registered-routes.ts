import type { createApplication } from '../../../src/server.ts';

/** `:year{[0-9]{4}}` is `:year` to people. */
const pattern = /(:\w+)\{(?:[^{}]|\{[^{}]*\})*\}/g;

/** The routes of the application as it registered them, without what runs for all of them. */
export function registeredRoutes(application: ReturnType<typeof createApplication>): readonly string[] {
  const routes = application.routes
    .filter(({ method }) => method !== 'ALL')
    .map(({ method, path }) => `${method} ${path.replace(pattern, '$1')}`);
  return [...new Set(routes)];
}
