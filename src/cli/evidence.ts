import { type FolderVerification, verifyFolder } from '../features/evidence-archive/verify/index.ts';
import { type Command, CommandFailure, UsageError } from './command.ts';
import { EXIT } from './exit-code.ts';
import { messages } from './messages.ts';
import { readOptions } from './options.ts';

/** How many paths of one kind the text lists; `--json` lists all. */
const MOST_LISTED = 50;

/**
 * `mang-non evidence verify FOLDER`: compares an unpacked archive with the index in it, without database and connection.
 * Ends with 0 when every file is as it was taken out, with 3 when one is changed, missing or not in the index.
 */
export const evidenceCommand: Command = async (args, terminal) => {
  const { values, positionals, language } = readOptions(args, { json: { type: 'boolean' } });
  const say = messages[language];
  if (values.help) {
    terminal.out(say.evidenceHelp);
    return EXIT.done;
  }
  const [deed, folder, ...others] = positionals;
  if (deed !== 'verify') throw new UsageError(say.evidenceHelp, language);
  if (folder === undefined || others.length > 0) throw new UsageError(say.oneFolder, language);
  const result = await verifyFolder(folder);
  if (typeof result === 'string') {
    if (values.json) terminal.out(JSON.stringify({ fault: result }, null, 2));
    throw new CommandFailure(say.folderFaults[result](folder), EXIT.badInput);
  }
  const asTakenOut = [result.changed, result.missing, result.extra].every(({ length }) => length === 0);
  if (values.json) terminal.out(JSON.stringify({ asTakenOut, ...result }, null, 2));
  else tell(result, terminal.out, say);
  return asTakenOut ? EXIT.done : EXIT.notRecognisable;
};

/** Whoever puts a file into the folder names it: no sign of its name moves the cursor or turns the line round. */
const plain = (path: string): string => path.replace(/[\p{Cc}\p{Cf}]/gu, '\uFFFD');

function tell(
  { unchanged, changed, missing, extra }: FolderVerification,
  out: (text: string) => void,
  say: (typeof messages)['vi'],
): void {
  out(say.evidenceChecked(unchanged, changed.length, missing.length, extra.length));
  for (const [word, paths] of [
    [say.evidenceFindings.changed, changed],
    [say.evidenceFindings.missing, missing],
    [say.evidenceFindings.extra, extra],
  ] as const) {
    for (const path of paths.slice(0, MOST_LISTED)) out(`  ${word}  ${plain(path)}`);
    if (paths.length > MOST_LISTED) out(`  ${word}  ${say.andMore(paths.length - MOST_LISTED)}`);
  }
}
