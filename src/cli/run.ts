import { type Command, CommandFailure, type Terminal, UsageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { messages } from './messages.ts';
import { languageOfArguments } from './options.ts';

/** The commands; each is loaded only when it is called, so that `assess` starts without the web application. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  assess: async () => (await import('./assess.ts')).assess,
  audit: async () => (await import('./audit.ts')).auditCommand,
  evidence: async () => (await import('./evidence.ts')).evidenceCommand,
  plan: async () => (await import('./plan.ts')).planCommand,
  serve: async () => (await import('./serve.ts')).serveCommand,
};

/**
 * Runs the command line `mang-non …`.
 * @param args the arguments after the name of the program.
 * @returns the exit code; every failure is told on the error output, none is thrown.
 */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const language = languageOfArguments(args);
  const say = messages[language];
  const [name, ...rest] = args;
  try {
    if (name === '--help' || name === '-h') {
      terminal.out(say.help);
      return EXIT.done;
    }
    const command =
      name === undefined ? undefined : Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
    if (command === undefined) {
      if (name !== undefined && !name.startsWith('-')) terminal.error(say.unknownCommand(name));
      terminal.error(say.help);
      return EXIT.badInput;
    }
    return await (await command())(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(error.message);
      terminal.error(say.seeHelp);
      return EXIT.badInput;
    }
    if (error instanceof CommandFailure) {
      terminal.error(error.message);
      return error.exitCode;
    }
    terminal.error(say.unexpected((error as Error).message));
    if (process.env.DEBUG) terminal.error((error as Error).stack ?? '');
    return EXIT.unexpected;
  }
}
