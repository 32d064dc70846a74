import { type Figure, given, NO_DATA, NOT_DUE, notApplicable } from '../../domain/scoring/index.ts';
import { normaliseText } from '../../domain/text/index.ts';
import { FaultList, refusal } from './fault.ts';
import { duplicateNames } from './json-duplicates.ts';
import type { Label } from './messages.ts';
import type { LocatedFigure, Particular, Particulars, RawFile } from './raw-file.ts';
import { PARTICULARS } from './raw-file.ts';

type JsonObject = Readonly<Record<string, unknown>>;

const GROUPS = ['figures', 'previous', 'survey'] as const;
const RESPONDENTS = ['children', 'residents'] as const;
const ANSWERS = ['answered', 'satisfied'] as const;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as it stands in the file; what is inside brackets is left out. */
const shown = (value: unknown): string =>
  Array.isArray(value) ? '[…]' : isObject(value) ? '{…}' : String(value);

function readState(value: JsonObject, where: string, label: Label, faults: FaultList): Figure | null {
  const allowed = value.state === 'not_applicable' ? ['state', 'reason'] : ['state'];
  const stray = Object.keys(value).find((name) => !allowed.includes(name));
  if (stray !== undefined && value.state !== undefined)
    return faults.add('json_shape', `${where}.${stray}`, 'jsonStrayName', allowed);
  switch (value.state) {
    case 'no_data':
      return NO_DATA;
    case 'not_due':
      return NOT_DUE;
    case 'not_applicable': {
      const reason = typeof value.reason === 'string' ? normaliseText(value.reason) : '';
      return reason === ''
        ? faults.add('reason_missing', where, 'reasonMissing', label)
        : notApplicable(reason);
    }
    default:
      return faults.add('state_unknown', where, 'stateUnknown', label, shown(value.state ?? value));
  }
}

function readFigure(value: unknown, where: string, label: Label, faults: FaultList): Figure | null {
  if (typeof value === 'boolean') return given(value);
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) return faults.add('wrong_kind', where, 'notANumber', label, String(value));
    if (!Number.isInteger(value)) return faults.add('not_whole', where, 'notWhole', label, String(value));
    return given(value === 0 ? 0 : value);
  }
  if (isObject(value)) return readState(value, where, label, faults);
  if (typeof value === 'string' && /^\s*[-+]?\d+[.,]\d+\s*$/.test(value))
    return faults.add('not_whole', where, 'notWhole', label, value.trim());
  return faults.add('wrong_kind', where, 'numberInQuotes', label, shown(value));
}

function readGroup(
  file: JsonObject,
  group: 'figures' | 'previous',
  labelOf: (name: string) => Label,
  faults: FaultList,
): LocatedFigure[] {
  const value = file[group];
  if (value === undefined) return [];
  if (!isObject(value)) {
    faults.add('json_shape', group, 'jsonShape', '{ … }');
    return [];
  }
  return Object.entries(value).map(([name, figure]) => {
    const where = `${group}.${name}`;
    return { name, nameWhere: where, where, figure: readFigure(figure, where, labelOf(name), faults) };
  });
}

/** The survey's answers are figures too: `survey.children.answered` is the input `survey_children_answered`. */
function readSurvey(file: JsonObject, labelOf: (name: string) => Label, faults: FaultList): LocatedFigure[] {
  const { survey } = file;
  if (survey === undefined) return [];
  if (!isObject(survey)) {
    faults.add('json_shape', 'survey', 'jsonShape', '{ … }');
    return [];
  }
  const figures: LocatedFigure[] = [];
  for (const [group, answers] of Object.entries(survey)) {
    const path = `survey.${group}`;
    if (!(RESPONDENTS as readonly string[]).includes(group))
      faults.add('json_shape', path, 'jsonStrayName', RESPONDENTS);
    else if (!isObject(answers))
      faults.add('json_shape', path, 'jsonShape', '{ "answered": …, "satisfied": … }');
    else
      for (const [answer, value] of Object.entries(answers)) {
        const where = `${path}.${answer}`;
        const name = `survey_${group}_${answer}`;
        if (!(ANSWERS as readonly string[]).includes(answer))
          faults.add('json_shape', where, 'jsonStrayName', ANSWERS);
        else
          figures.push({
            name,
            nameWhere: where,
            where,
            figure: readFigure(value, where, labelOf(name), faults),
          });
      }
  }
  return figures;
}

function readParticulars(file: JsonObject, faults: FaultList): Particulars {
  const particulars: Partial<Record<Particular, { value: string; where: string }>> = {};
  for (const name of PARTICULARS) {
    const value = file[name];
    if (value === undefined) continue;
    const wanted = name === 'year' || name === 'version' ? 'number' : 'string';
    if (typeof value !== wanted) {
      const code = name === 'unit' ? 'unit_invalid' : name === 'year' ? 'year_invalid' : 'json_shape';
      if (code === 'unit_invalid') faults.add(code, name, 'unitInvalid', shown(value));
      else if (code === 'year_invalid') faults.add(code, name, 'yearInvalid', shown(value));
      else faults.add(code, name, 'jsonShape', wanted === 'number' ? '1, 2, 3 …' : '" … "');
    } else particulars[name] = { value: normaliseText(String(value)), where: name };
  }
  return particulars;
}

function parse(text: string): JsonObject {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch (error) {
    throw refusal('json_syntax', 'jsonSyntax', (error as Error).message);
  }
  if (!isObject(file)) throw refusal('json_shape', 'jsonShape', '{ "standard": …, "figures": { … } }');
  return file;
}

/** Reads the JSON form. Throws FiguresFileError when it is no JSON object, or names something twice. */
export function readJsonForm(text: string): RawFile {
  const file = parse(text);
  const faults = new FaultList();
  for (const path of duplicateNames(text)) {
    const name = path.slice(path.lastIndexOf('.') + 1);
    faults.add('duplicate_name', path, 'duplicateInObject', name);
  }
  const known = [...PARTICULARS, ...GROUPS];
  for (const name of Object.keys(file))
    if (!(known as readonly string[]).includes(name)) faults.add('json_shape', name, 'jsonStrayName', known);
  const particulars = readParticulars(file, faults);
  if (file.figures === undefined && file.survey === undefined)
    faults.add('json_shape', 'figures', 'jsonShape', '{ … }');
  return {
    particulars,
    faults: faults.list,
    read(labelOf) {
      const own = new FaultList();
      const figures = readGroup(file, 'figures', labelOf, own);
      const previous = readGroup(file, 'previous', labelOf, own);
      const surveyed = readSurvey(file, labelOf, own);
      for (const one of surveyed)
        if (figures.some(({ name }) => name === one.name))
          own.add('duplicate_name', one.where, 'duplicateName', one.name, `figures.${one.name}`);
      return { figures: [...figures, ...surveyed], previous, faults: own.list };
    },
  };
}
