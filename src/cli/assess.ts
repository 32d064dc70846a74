import { assessmentJson, score, type TerritoryClass } from '../domain/scoring/index.ts';
import type { Language } from '../domain/text/index.ts';
import { FiguresFileError, lineOfFault, readFiguresFile } from '../features/figures-file/index.ts';
import { standardCatalogue } from '../features/standards/index.ts';
import { assessmentText } from './assessment-text.ts';
import { type Command, type Terminal, UsageError } from './command.ts';
import { EXIT, type ExitCode, exitCodeOf } from './exit-code.ts';
import { messages } from './messages.ts';
import { readOptions } from './options.ts';

interface Wish {
  readonly path: string;
  readonly territoryClass: string | undefined;
  readonly json: boolean;
  readonly docx: string | undefined;
  readonly pdf: string | undefined;
  readonly language: Language;
}

/** The class on the command line, else that of the file. Throws UsageError when there is none, or an unknown one. */
function classFor(
  asked: string | undefined,
  inFile: TerritoryClass | null,
  known: readonly TerritoryClass[],
  language: Language,
): TerritoryClass {
  const say = messages[language];
  if (asked !== undefined && !known.includes(asked))
    throw new UsageError(say.classUnknown(asked, known.join(', ')), language);
  const chosen = asked ?? inFile;
  if (chosen === null) throw new UsageError(say.classMissing(known.join(', ')), language);
  return chosen;
}

/** Says what is wrong with a file: in words on the error output, with `--json` as data on the output. */
function reportFaults(error: FiguresFileError, wish: Wish, terminal: Terminal): ExitCode {
  if (wish.json) terminal.out(JSON.stringify({ faults: error.faults }, null, 2));
  else {
    terminal.error(messages[wish.language].unusable(wish.path, error.faults.length));
    for (const fault of error.faults) terminal.error(`  ${lineOfFault(fault, wish.language)}`);
  }
  return EXIT.badInput;
}

async function assessFile(wish: Wish, terminal: Terminal): Promise<ExitCode> {
  const { language } = wish;
  const catalogue = standardCatalogue();
  const file = await readFiguresFile(wish.path, catalogue);
  const { standard, scorer } = catalogue.get(file.standardId, file.version)!;
  const classes = standard.recognition.thresholds.map((threshold) => threshold.class);
  const territoryClass = classFor(wish.territoryClass, file.territoryClass, classes, language);
  const assessment = score(scorer, { figures: file.figures, previous: file.previous, territoryClass });
  terminal.out(
    wish.json
      ? JSON.stringify(assessmentJson(assessment, standard, file, language), null, 2)
      : assessmentText(assessment, standard, file, { language, colours: terminal.colours }),
  );
  if (wish.docx !== undefined || wish.pdf !== undefined) {
    const { writeSelfAssessment } = await import('./self-assessment.ts');
    await writeSelfAssessment({ assessment, standard, file, language }, wish);
    // Notes keep off the output of --json, which a program reads.
    const note = wish.json ? terminal.error : terminal.out;
    for (const path of [wish.docx, wish.pdf]) if (path !== undefined) note(messages[language].written(path));
  }
  return exitCodeOf(assessment.verdict);
}

/** `mang-non assess`: scores a file of figures, or writes the workbook to fill in. */
export const assess: Command = async (args, terminal) => {
  const { values, positionals, language } = readOptions(args, {
    json: { type: 'boolean' },
    docx: { type: 'string' },
    pdf: { type: 'string' },
    class: { type: 'string' },
    template: { type: 'string' },
    standard: { type: 'string' },
  });
  const say = messages[language];
  if (values.help) {
    terminal.out(say.assessHelp);
    return EXIT.done;
  }
  if (values.template !== undefined) {
    if (positionals.length > 0 || values.json || values.docx !== undefined || values.pdf !== undefined)
      throw new UsageError(say.templateAlone, language);
    const { writeTemplateFile } = await import('./template.ts');
    const wish = { standardId: values.standard, territoryClass: values.class, language };
    return writeTemplateFile(values.template, wish, terminal);
  }
  if (values.standard !== undefined) throw new UsageError(say.standardAlone, language);
  const [path, ...others] = positionals;
  if (path === undefined) throw new UsageError(say.noFile, language);
  if (others.length > 0) throw new UsageError(say.oneFile, language);
  const { docx, pdf } = values;
  const wish = { path, territoryClass: values.class, json: values.json ?? false, docx, pdf, language };
  try {
    return await assessFile(wish, terminal);
  } catch (error) {
    if (error instanceof FiguresFileError) return reportFaults(error, wish, terminal);
    throw error;
  }
};
