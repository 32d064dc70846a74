import { hash, verify } from '@node-rs/argon2';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import pg from 'pg';
import type { Clock } from '../clock.ts';
import { APPLICATION_ROLE, newId } from '../database/index.ts';

/** argon2id with the parameters of the OWASP password storage guidance (19 MiB, two passes, one lane). */
const hashing = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_LENGTH = { minimum: 10, maximum: 128 } as const;

/** User names: Latin letters, digits, full stop, hyphen, underscore; compared in lower case. */
export const USERNAME_PATTERN = /^[a-z0-9][a-z0-9._-]{2,39}$/;

export interface IdentityOptions {
  readonly connectionString: string;
  /** Signs the cookies; the same on every instance. */
  readonly secret: string;
  /** Minutes without a request after which a session ends. */
  readonly idleMinutes: number;
  readonly secureCookies: boolean;
  readonly publicUrl: string;
  /** Sets when a session begins and ends. */
  readonly clock: Clock;
}

export type SignIn =
  | {
      readonly ok: true;
      readonly userId: string;
      readonly token: string;
      /** To be set as they are: they last until the browser is closed, the session itself ends on the server. */
      readonly cookies: string[];
    }
  | { readonly ok: false };

/** Who someone is: passwords, sessions and their cookies. What they may do is decided elsewhere. */
export interface Identity {
  readonly cookieName: string;
  readonly secret: string;
  readonly idleMinutes: number;
  hashPassword(password: string): Promise<string>;
  verifyPassword(password: string, hashed: string): Promise<boolean>;
  /** Checks name and password and opens a session. Takes as long for a name that does not exist. */
  signIn(name: string, password: string, headers: Headers): Promise<SignIn>;
  /** Ends the session of the cookie in the headers; the cookies to set clear it. */
  signOut(headers: Headers): Promise<string[]>;
  close(): Promise<void>;
}

/** Opens the identity library on the `identity` schema of the same database. */
export function openIdentity(options: IdentityOptions): Identity {
  const pool = new pg.Pool({
    connectionString: options.connectionString,
    max: 4,
    options: `-c role=${APPLICATION_ROLE} -c search_path=identity`,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 10_000,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  const hashPassword = (password: string) => hash(password.normalize('NFC'), hashing);
  const verifyPassword = (password: string, hashed: string) => verify(hashed, password.normalize('NFC'));
  const cookieName = `${options.secureCookies ? '__Secure-' : ''}mang_non.session_token`;
  const auth = betterAuth({
    appName: 'Măng Non',
    baseURL: options.publicUrl,
    secret: options.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_LENGTH.minimum,
      maxPasswordLength: PASSWORD_LENGTH.maximum,
      password: {
        hash: hashPassword,
        verify: ({ password, hash: hashed }) => verifyPassword(password, hashed),
      },
    },
    session: { expiresIn: options.idleMinutes * 60, updateAge: 60 },
    databaseHooks: {
      session: {
        create: {
          before: async (session) => {
            const now = options.clock.now();
            const expiresAt = new Date(now.getTime() + options.idleMinutes * 60_000);
            return { data: { ...session, createdAt: now, updatedAt: now, expiresAt } };
          },
        },
      },
    },
    advanced: {
      cookiePrefix: 'mang_non',
      useSecureCookies: options.secureCookies,
      database: { generateId: () => newId<string>() },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (name) => USERNAME_PATTERN.test(name.toLowerCase()),
      }),
    ],
  });
  return {
    cookieName,
    secret: options.secret,
    idleMinutes: options.idleMinutes,
    hashPassword,
    verifyPassword,
    async signIn(name, password, headers) {
      const response = await auth.api.signInUsername({
        // A cookie with an age would end an active session: only the server knows of each request.
        body: { username: name, password, rememberMe: false },
        headers,
        asResponse: true,
      });
      if (response.status >= 500) throw new Error(`The identity library failed: ${response.status}`);
      if (!response.ok) return { ok: false };
      const { user, token } = (await response.json()) as { user: { id: string }; token: string };
      const cookies = response.headers.getSetCookie().filter((cookie) => cookie.startsWith(`${cookieName}=`));
      return { ok: true, userId: user.id, token, cookies };
    },
    async signOut(headers) {
      const response = await auth.api.signOut({ headers, asResponse: true });
      return response.headers.getSetCookie();
    },
    close: () => pool.end(),
  };
}
