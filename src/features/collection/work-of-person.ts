import { PLACES_OF_LEVEL } from '../../domain/collection/index.ts';
import { formatNumber, type Language } from '../../domain/text/index.ts';
import {
  type CollectionLine,
  type CollectionWorkOf,
  LINES_OF_A_LIST,
  NO_COLLECTION_WORK,
} from '../tasks/index.ts';
import { messages } from './messages.ts';
import { roundPath, roundsPath, sheetPath, sheetsPath } from './paths.ts';
import { mayLeadCollection, organisationsFilledFor } from './policy.ts';
import { findWorkOfPerson, type RoundToLead, type SheetToFill } from './queries/work-of-person.ts';
import { FILTER_WORDS } from './schema.ts';
import { nameOfPlace } from './wording.ts';

/**
 * What waits for a person in the collection, as the inbox shows it; the server hands it over. Officers have the sheets of
 * their organisations; villages have nobody who signs in, so who leads the collection has one line for each of their rounds.
 */
export const collectionWorkOf: CollectionWorkOf = async (scope, actor, today) => {
  const unit = actor.unit;
  const person = { fillsFor: organisationsFilledFor(actor), leads: mayLeadCollection(actor, unit.id) };
  // An overseer or a leader has nothing to fill in: no statement is needed to know it.
  if (person.fillsFor.length === 0 && !person.leads) return NO_COLLECTION_WORK;
  const { ownTotal, own, rounds } = await findWorkOfPerson(scope, unit.id, person, today, LINES_OF_A_LIST);
  const villages = rounds.filter(
    ({ level, dueSoon, submitted, sheets }) => level === 'village' && dueSoon && submitted < sheets,
  );
  const waiting = rounds.filter((round) => round.waiting > 0);
  const toFill = [
    ...own.map((sheet) => lineOfSheet(unit.code, sheet)),
    ...villages.map((round) => lineOfVillages(unit.code, round)),
  ].sort((one, other) => (one.dueDate < other.dueDate ? -1 : one.dueDate > other.dueDate ? 1 : 0));
  return {
    toFill: { total: ownTotal + villages.length, lines: toFill.slice(0, LINES_OF_A_LIST) },
    toAccept: {
      total: waiting.length,
      lines: waiting.slice(0, LINES_OF_A_LIST).map((round) => lineToAccept(unit.code, round)),
    },
    href: roundsPath(unit.code, Number(today.slice(0, 4))),
  };
};

const inBoth = (textIn: (language: Language) => string): Readonly<Record<Language, string>> => ({
  vi: textIn('vi'),
  en: textIn('en'),
});

function lineOfSheet(unitCode: string, { round, sheet, title, dueDate, returned, ...place }: SheetToFill) {
  const text = inBoth((language) => messages[language].work.sheet(title, nameOfPlace(place)));
  return { href: sheetPath(unitCode, round, sheet), text, dueDate, returned } satisfies CollectionLine;
}

function lineOfVillages(unitCode: string, round: RoundToLead): CollectionLine {
  const { title, dueDate, submitted, sheets, level, placeType } = round;
  const text = inBoth((language) =>
    messages[language].work.submitted(
      title,
      formatNumber(submitted, language),
      formatNumber(sheets, language),
      language === 'vi' && placeType !== null ? placeType : PLACES_OF_LEVEL[level][language],
    ),
  );
  return { href: roundPath(unitCode, round.round), text, dueDate, returned: false };
}

function lineToAccept(unitCode: string, { round, title, dueDate, waiting }: RoundToLead): CollectionLine {
  const text = inBoth((language) => messages[language].work.waiting(title, formatNumber(waiting, language)));
  const href = sheetsPath(unitCode, round, { loc: FILTER_WORDS.submitted });
  return { href, text, dueDate, returned: false };
}
