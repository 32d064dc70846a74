import { join } from 'node:path';
import { verifyAudit } from '../features/audit/index.ts';
import { readConfig } from '../platform/config.ts';
import { openDatabase } from '../platform/database/index.ts';
import { startEmbeddedDatabase } from '../platform/embedded-database/index.ts';
import { projectFolder } from '../platform/project-folder.ts';
import { type Command, UsageError } from './command.ts';
import { EXIT } from './exit-code.ts';
import { messages } from './messages.ts';
import { readOptions } from './options.ts';

/**
 * `mang-non audit verify`: computes every chain of the audit anew. Works beside a running program and without one.
 * Ends with 0 when every chain is whole, with 3 when one is broken.
 */
export const auditCommand: Command = async (args, terminal) => {
  const { values, positionals, language } = readOptions(args, {});
  const say = messages[language];
  if (values.help) {
    terminal.out(say.auditHelp);
    return EXIT.done;
  }
  if (positionals.join(' ') !== 'verify') throw new UsageError(say.auditHelp, language);
  const config = readConfig(process.env, projectFolder);
  const embedded =
    config.databaseUrl === null
      ? await startEmbeddedDatabase({ folder: join(config.dataFolder, 'database'), report: terminal.error })
      : null;
  const database = openDatabase(config.databaseUrl ?? embedded!.connectionString, 1);
  try {
    const { units, entries, broken } = await verifyAudit(database);
    for (const { unit, sequence, fault } of broken)
      terminal.error(say.auditBroken(unit, sequence, say.auditFaults[fault]));
    terminal.out(say.auditChecked(units, entries, broken.length));
    return broken.length === 0 ? EXIT.done : EXIT.notRecognisable;
  } finally {
    await database.close();
    await embedded?.stop();
  }
};
