import { z } from 'zod';
import type { Scope } from '../database/index.ts';
import { enqueue, type JobHandler } from '../jobs/index.ts';
import type { Mail, Mailer } from './mailer.ts';

/** The name of the job. */
export const SEND_MAIL = 'send_mail';

const mailSchema = z.object({ to: z.email(), subject: z.string(), text: z.string() });

/**
 * Sends a letter after the deed: in its transaction, so that a deed that fails sends nothing.
 * @param key a letter of the same key that has not gone yet is replaced.
 */
export function enqueueMail(
  scope: Scope,
  mail: Mail,
  options: { readonly key?: string; readonly runAt?: Date } = {},
): void {
  enqueue(scope, SEND_MAIL, { ...mail }, options);
}

/** The server looked at the letter and will not take it, today or tomorrow: an address that is not there, say. */
function isRefusedForGood(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode !== undefined && responseCode >= 500;
}

/** What a failure is, without address and content, which servers quote in their answers. */
function withoutContents(error: unknown): Error {
  const { code, responseCode, command } = error as { code?: string; responseCode?: number; command?: string };
  const parts = ['SMTP', code, responseCode, command?.split(' ')[0]];
  return new Error(parts.filter((part) => part !== undefined).join(' '));
}

/**
 * The job that sends a letter. What fails is tried again by the queue; what the server refuses for good is logged and
 * let go, and so is every letter while no mail server is set.
 */
export function sendMail(mailer: Mailer | null): JobHandler {
  return async (payload, { log }) => {
    if (mailer === null) return log.warn('mail.not-configured');
    const mail = mailSchema.safeParse(payload);
    if (!mail.success)
      return log.warn({ fields: mail.error.issues.map(({ path }) => path.join('.')) }, 'mail.unusable');
    try {
      await mailer.send(mail.data);
    } catch (error) {
      const failure = withoutContents(error);
      if (!isRefusedForGood(error)) throw failure;
      log.warn({ err: failure }, 'mail.refused');
    }
  };
}
