import { existsSync } from 'node:fs';
import type { Standard } from '../domain/scoring/index.ts';
import type { Language } from '../domain/text/index.ts';
import { type StandardCatalogue, standardCatalogue } from '../features/standards/index.ts';
import { type Terminal, UsageError } from './command.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { messages } from './messages.ts';
import { explainingFailure } from './output-file.ts';

/** The standard asked for, or the one in force that is the youngest. */
function standardFor(id: string | undefined, catalogue: StandardCatalogue, language: Language): Standard {
  if (id === undefined) {
    const inForce = catalogue.standards
      .filter((standard) => standard.inForce.until === null)
      .sort((a, b) => (a.inForce.from < b.inForce.from ? -1 : 1));
    return (inForce.at(-1) ?? catalogue.standards.at(-1)!) as Standard;
  }
  const entry = catalogue.latest(id);
  if (entry === null)
    throw new UsageError(messages[language].standardUnknown(id, catalogue.ids.join(', ')), language);
  return entry.standard;
}

/**
 * `assess --template FILE.xlsx`: writes the workbook to fill in. A file that exists is left alone, for it may hold
 * somebody's figures.
 */
export async function writeTemplateFile(
  path: string,
  {
    standardId,
    territoryClass,
    language,
  }: {
    readonly standardId: string | undefined;
    readonly territoryClass: string | undefined;
    readonly language: Language;
  },
  terminal: Terminal,
): Promise<ExitCode> {
  const say = messages[language];
  if (!path.toLowerCase().endsWith('.xlsx')) throw new UsageError(say.templateName, language);
  const standard = standardFor(standardId, standardCatalogue(), language);
  const classes = standard.recognition.thresholds.map((threshold) => threshold.class);
  if (territoryClass !== undefined && !classes.includes(territoryClass))
    throw new UsageError(say.classUnknown(territoryClass, classes.join(', ')), language);
  if (existsSync(path)) throw new UsageError(say.templateExists(path), language);
  const { writeTemplate } = await import('../features/figures-file/index.ts');
  await explainingFailure(path, language, () =>
    writeTemplate(standard, { territoryClass: territoryClass ?? null }, path),
  );
  terminal.out(say.templateWritten(path));
  return EXIT.done;
}
