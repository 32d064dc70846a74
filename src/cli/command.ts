import type { Language } from '../domain/text/index.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** Where a command writes, and what it knows of the terminal. Tests give their own. */
export interface Terminal {
  out(text: string): void;
  error(text: string): void;
  /** Whether colours may be used on the output. */
  readonly colours: boolean;
}

/** One command of the command line: gives the exit code. */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

/** The command line is wrong: an unknown option, a missing file name. The message is shown with a hint at the help. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly language: Language;
  constructor(message: string, language: Language) {
    super(message);
    this.language = language;
  }
}

/** A deed failed for a reason that the user can see to, such as a full disk. The message says all there is to say. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly exitCode: ExitCode;
  constructor(message: string, exitCode: ExitCode = EXIT.unexpected) {
    super(message);
    this.exitCode = exitCode;
  }
}
