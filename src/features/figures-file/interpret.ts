import {
  type Figure,
  type FigureFault,
  faultsOfFigures,
  messageOfFault,
  type Standard,
} from '../../domain/scoring/index.ts';
import { searchKey } from '../../domain/text/index.ts';
import type { StandardCatalogue } from '../standards/index.ts';
import { FaultList, FiguresFileError, type FiguresFileFault } from './fault.ts';
import type { FiguresFile } from './figures-file.ts';
import { say } from './messages.ts';
import { nearestName } from './nearest-name.ts';
import type { Located, LocatedFigure, RawFile } from './raw-file.ts';

function standardOf(raw: RawFile, catalogue: StandardCatalogue, faults: FaultList): Standard | null {
  const { standard, version } = raw.particulars;
  if (standard === undefined) return faults.add('standard_missing', '', 'standardMissing');
  const latest = catalogue.latest(standard.value);
  if (latest === null)
    return faults.add('standard_unknown', standard.where, 'standardUnknown', standard.value, catalogue.ids);
  if (version === undefined) return latest.standard;
  const pinned = /^\d{1,4}$/.test(version.value)
    ? catalogue.get(standard.value, Number(version.value))
    : null;
  if (pinned === null)
    return faults.add('version_invalid', version.where, 'versionInvalid', version.value, standard.value);
  return pinned.standard;
}

function unitOf(unit: Located<string> | undefined, faults: FaultList): string | null {
  if (unit === undefined || /^\d{5}$/.test(unit.value)) return unit?.value ?? null;
  return faults.add('unit_invalid', unit.where, 'unitInvalid', unit.value);
}

function yearOf(year: Located<string> | undefined, faults: FaultList): number | null {
  if (year === undefined) return null;
  const value = Number(year.value);
  if (/^\d{4}$/.test(year.value) && value >= 2000 && value <= 2100) return value;
  return faults.add('year_invalid', year.where, 'yearInvalid', year.value);
}

/** The class by its code, or by the statement that the workbook offers. */
function classOf(found: Located<string> | undefined, standard: Standard, faults: FaultList): string | null {
  if (found === undefined) return null;
  const { thresholds } = standard.recognition;
  const threshold = thresholds.find(
    (one) => one.class === found.value || searchKey(one.statement) === searchKey(found.value),
  );
  if (threshold) return threshold.class;
  const known = thresholds.map((one) => one.class);
  return faults.add('class_unknown', found.where, 'classUnknown', found.value, known);
}

const isKnown = (name: string, standard: Standard): boolean => Object.hasOwn(standard.inputs, name);

/** The figures that can be held against the standard; unknown names and broken values are faults of their own. */
function figuresOf(located: readonly LocatedFigure[], standard: Standard): Record<string, Figure> {
  const figures: Record<string, Figure> = {};
  for (const { name, figure } of located)
    if (figure !== null && isKnown(name, standard)) figures[name] = figure;
  return figures;
}

function unknownNames(located: readonly LocatedFigure[], standard: Standard): FiguresFileFault[] {
  const known = Object.keys(standard.inputs);
  return located
    .filter(({ name }) => !isKnown(name, standard))
    .map(({ name, nameWhere }) => ({
      code: 'unknown_name',
      where: nameWhere,
      name,
      ...say('unknownName', name, nearestName(name, known)),
    }));
}

function faultOfFigure(
  { fault, code }: { fault: FigureFault; code: FiguresFileFault['code'] },
  standard: Standard,
  located: readonly LocatedFigure[],
): FiguresFileFault {
  return {
    code,
    where: located.find(({ name }) => name === fault.input)!.where,
    name: fault.input,
    message: messageOfFault(fault, standard, 'vi'),
    messageEn: messageOfFault(fault, standard, 'en'),
  };
}

/**
 * Holds what a file says against the standard that it names.
 * @throws FiguresFileError with every fault: of the particulars, of single figures, of parts above their whole.
 */
export function interpret(raw: RawFile, catalogue: StandardCatalogue): FiguresFile {
  const faults = new FaultList();
  faults.list.push(...raw.faults);
  const { particulars } = raw;
  const standard = standardOf(raw, catalogue, faults);
  const unit = unitOf(particulars.unit, faults);
  const year = yearOf(particulars.year, faults);
  if (standard === null) throw new FiguresFileError(faults.list);
  const territoryClass = classOf(particulars.class, standard, faults);
  const read = raw.read((name) => {
    const definition = isKnown(name, standard) ? standard.inputs[name] : undefined;
    return { vi: definition?.label ?? name, en: definition?.labelEn ?? name };
  });
  faults.list.push(...read.faults);
  const located = { current: read.figures, previous: read.previous };
  faults.list.push(...unknownNames([...read.figures, ...read.previous], standard));
  const figures = figuresOf(read.figures, standard);
  const previous = figuresOf(read.previous, standard);
  for (const fault of faultsOfFigures(standard, figures, previous)) {
    const code = fault.code === 'unknown_input' ? 'unknown_name' : fault.code;
    faults.list.push(faultOfFigure({ fault, code }, standard, located[fault.period]));
  }
  if (faults.list.length > 0) throw new FiguresFileError(faults.list);
  return {
    standardId: standard.id,
    version: standard.version,
    unit,
    year,
    territoryClass,
    figures,
    previous,
  };
}
