import { type ParseArgsConfig, parseArgs } from 'node:util';
import type { Language } from '../domain/text/index.ts';
import { UsageError } from './command.ts';
import { messages } from './messages.ts';

/** The language asked for anywhere on the command line; needed before anything else, to complain in. */
export function languageOfArguments(args: readonly string[]): Language {
  const at = args.lastIndexOf('--lang');
  const value =
    at >= 0 ? args[at + 1] : args.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  return value === 'en' ? 'en' : 'vi';
}

const COMMON = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } } as const;

/**
 * Reads the arguments of a command; `--help` and `--lang` go with every one.
 * @throws UsageError in the language of the user.
 */
export function readOptions<Options extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: Options,
) {
  const language = languageOfArguments(args);
  const say = messages[language];
  try {
    const read = parseArgs({ args: [...args], options: { ...options, ...COMMON }, allowPositionals: true });
    const { lang } = read.values as { lang?: string };
    if (lang !== undefined && lang !== 'vi' && lang !== 'en')
      throw new UsageError(say.optionValue('--lang'), language);
    return { ...read, language };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(-[^' ,]*)/.exec(message)?.[1] ?? '';
    if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(say.unknownOption(option), language);
    if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
      throw new UsageError(say.optionValue(option), language);
    throw error;
  }
}
