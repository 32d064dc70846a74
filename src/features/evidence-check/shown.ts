import type { CheckedEvidence } from '../../domain/evidence/index.ts';
import { type Clock, today } from '../../platform/clock.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import type { EvidenceCount, EvidenceOnPages, ShownEvidence } from '../assessment/index.ts';
import { bringPath, evidenceListPath, evidencePath, maySeeEvidence } from '../evidence/index.ts';
import { type CheckedCycle, checkCycle } from './checked-cycle.ts';
import type { FoundFigures } from './found-figures.ts';
import { messages } from './messages.ts';
import { checkPath } from './paths.ts';
import type { UsedEvidence } from './queries.ts';
import { countStates, evidenceInWords, indicatorInWords, STATE_KINDS } from './wording.ts';

/** What the pages of the self-assessment show of the evidence: handed to them by the server. */
export function evidenceOnPages(figures: FoundFigures, clock: Clock): EvidenceOnPages {
  return {
    async counts(scope, cycle, standard): Promise<EvidenceCount[]> {
      const checked = await checkCycle(scope, figures, { cycle, standard, today: today(clock) });
      return checked.criteria.map(({ criterion, indicators }) => ({
        criterion: criterion.number,
        ...countStates(indicators),
      }));
    },
    async ofCriterion(scope, actor, cycle, standard, criterion, language): Promise<ShownEvidence> {
      const checked = await checkCycle(scope, figures, { cycle, standard, today: today(clock), criterion });
      const words = messages[language];
      const { code } = cycle.unit;
      return {
        missing: checked.criteria.flatMap(({ indicators }) =>
          indicators.flatMap((indicator) => (indicator.state === 'missing' ? [indicator.code] : [])),
        ),
        indicators: checked.criteria.flatMap(({ indicators }) =>
          indicators.map((indicator) => ({
            code: indicator.code,
            kind: STATE_KINDS[indicator.state],
            state: words.states[indicator.state],
            reasons: indicatorInWords(indicator, language).map(({ what, next }) => `${what} ${next}`),
            files: indicator.evidence.map((one) => shownFile(one, checked, actor, language)),
            bring: bringPath(code, { year: cycle.year, indicator: indicator.code }),
          })),
        ),
        library: evidenceListPath(code, {}),
        check: checkPath(code, cycle.year),
      };
    },
  };
}

function shownFile(
  one: CheckedEvidence,
  { cycle, standard, evidence }: CheckedCycle,
  actor: PersonActor,
  language: 'vi' | 'en',
): ShownEvidence['indicators'][number]['files'][number] {
  const used = evidence.get(one.evidence.id)!;
  const inWords = evidenceInWords(one, used, standard, language);
  if (!isSeen(actor, cycle, used))
    return { title: messages[language].hidden, href: null, about: '', kind: inWords.kind, tag: inWords.tag };
  return {
    title: used.title,
    href: evidencePath(cycle.unit.code, used.id),
    about: inWords.about,
    kind: inWords.kind,
    tag: inWords.tag,
  };
}

/** Whether the person may know what the evidence is; that there is one, the state of the indicator tells anyhow. */
export const isSeen = (actor: PersonActor, cycle: CheckedCycle['cycle'], used: UsedEvidence): boolean =>
  maySeeEvidence(actor, { ...used, unitId: cycle.unit.id, usedForIndicator: true });
