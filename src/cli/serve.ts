import { accountsTable } from './accounts-table.ts';
import { type Command, UsageError } from './command.ts';
import { EXIT } from './exit-code.ts';
import { messages } from './messages.ts';
import { readOptions } from './options.ts';

/** `mang-non serve`: runs the web application until it is told to stop. */
export const serveCommand: Command = async (args, terminal) => {
  const { values, positionals, language } = readOptions(args, { demo: { type: 'boolean' } });
  const say = messages[language];
  if (values.help) {
    terminal.out(say.serveHelp);
    return EXIT.done;
  }
  if (positionals[0] !== undefined) throw new UsageError(say.unknownCommand(positionals[0]), language);
  const { serve } = await import('../server/serve.ts');
  return serve({
    demo: values.demo ?? false,
    env: process.env,
    say: terminal.out,
    complain: terminal.error,
    tellAccounts: (accounts) => terminal.out(accountsTable(accounts)),
  });
};
