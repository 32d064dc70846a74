import { Hono } from 'hono';
import type { RequestEnvironment } from '../../platform/http/index.ts';
import type { PeopleDependencies } from './dependencies.ts';
import { accountRoutes } from './routes/account.tsx';
import { administrationRoutes } from './routes/administration.tsx';
import { signInRoutes } from './routes/sign-in.tsx';

/** Signing in and out, the own account, and the accounts of a unit. */
export function peopleRoutes(dependencies: PeopleDependencies): Hono<RequestEnvironment> {
  return new Hono<RequestEnvironment>()
    .route('/', signInRoutes(dependencies))
    .route('/', accountRoutes(dependencies))
    .route('/', administrationRoutes(dependencies));
}
