import { type DoubtfulCitation, sentenceOfWarning } from '../../domain/legal/index.ts';
import type { CopyNotice, PlanFault } from '../../domain/plan/index.ts';
import { formatDate, type Language } from '../../domain/text/index.ts';
import { messages } from './messages.ts';

const ofCitation = ({ citation, warnings }: DoubtfulCitation, language: Language): string[] =>
  warnings.map((warning) => sentenceOfWarning(citation, warning, language));

/** What is missing or doubtful in a plan, in words. */
export function sentencesOfFault(fault: PlanFault, language: Language): string[] {
  const words = messages[language].checks;
  switch (fault.code) {
    case 'criterion_without_owner':
    case 'criterion_not_printed':
      return [words[fault.code](fault.criterion)];
    case 'criterion_with_several_owners':
      return [words.criterion_with_several_owners(fault.criterion, fault.units.join('; '))];
    case 'deadline_outside_year':
    case 'deadline_not_printed':
      return [words[fault.code](formatDate(fault.date))];
    case 'unit_outside_era':
      return [words.unit_outside_era(fault.unit.name, fault.unit.now ?? '')];
    case 'doubtful_citation':
      return ofCitation(fault.doubt, language);
    default:
      return [words.plain[fault.code]];
  }
}

/** What a person should look at in a copy of last year's plan, in words. */
export function sentencesOfNotice(notice: CopyNotice, language: Language): string[] {
  const words = messages[language].copyNotices;
  switch (notice.code) {
    case 'stale_citation':
      return ofCitation(notice.doubt, language);
    case 'former_unit':
      return [words.former_unit(notice.unit.name, notice.unit.now ?? '')];
    default:
      return [words[notice.code](notice.text)];
  }
}
