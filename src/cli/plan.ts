import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { planReadingJson, readPlan } from '../domain/plan/index.ts';
import type { Language } from '../domain/text/index.ts';
import { LARGEST_PLAN_FILE, planFileFault, textOfDocument } from '../features/plan-file/index.ts';
import { type Command, CommandFailure, UsageError } from './command.ts';
import { EXIT } from './exit-code.ts';
import { messages } from './messages.ts';
import { readOptions } from './options.ts';
import { planText } from './plan-text.ts';

/** A single dash stands for the standard input. */
const STANDARD_INPUT = '-';

/**
 * The bytes of the file; null when it is larger than any plan, and then it is not read at all.
 * @throws CommandFailure when there is no such file, or it cannot be read.
 */
async function bytesOf(path: string, language: Language): Promise<Uint8Array | null> {
  if (path === STANDARD_INPUT) return buffer(process.stdin);
  try {
    return (await stat(path)).size > LARGEST_PLAN_FILE ? null : await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const say = messages[language];
    if (code === 'ENOENT') throw new CommandFailure(say.fileMissing(path), EXIT.badInput);
    if (code !== undefined) throw new CommandFailure(say.fileUnreadable(path, code), EXIT.badInput);
    throw error;
  }
}

/** `mang-non plan read FILE`: reads an administrative plan and tells what stands in it. */
export const planCommand: Command = async (args, terminal) => {
  const { values, positionals, language } = readOptions(args, { json: { type: 'boolean' } });
  const say = messages[language];
  if (values.help) {
    terminal.out(say.planHelp);
    return EXIT.done;
  }
  const [deed, path, ...others] = positionals;
  if (deed !== 'read') throw new UsageError(say.planHelp, language);
  if (path === undefined) throw new UsageError(say.noPlanFile, language);
  if (others.length > 0) throw new UsageError(say.onePlanFile, language);
  const bytes = await bytesOf(path, language);
  const document =
    bytes === null
      ? { ok: false as const, fault: planFileFault('too_large', path) }
      : await textOfDocument(bytes, path);
  if (!document.ok) {
    if (values.json) terminal.out(JSON.stringify({ faults: [document.fault] }, null, 2));
    else terminal.error(language === 'vi' ? document.fault.message : document.fault.messageEn);
    return EXIT.badInput;
  }
  const reading = readPlan(document.text);
  terminal.out(
    values.json
      ? JSON.stringify(planReadingJson(reading), null, 2)
      : planText(reading, { language, colours: terminal.colours }),
  );
  return EXIT.done;
};
