import type { CheckedEvidence } from '../../domain/evidence/index.ts';
import type { Language } from '../../domain/text/index.ts';
import { type Clock, today } from '../../platform/clock.ts';
import type { PersonActor } from '../../platform/database/index.ts';
import type { EvidenceCount, EvidenceOnPages, ShownEvidence } from '../assessment/index.ts';
import { bringPath, choosePath, evidencePath, mayAdd, maySeeEvidence } from '../evidence/index.ts';
import { type CheckedCycle, checkCycle } from './checked-cycle.ts';
import type { FoundFigures } from './found-figures.ts';
import { messages } from './messages.ts';
import { checkPath } from './paths.ts';
import type { UsedEvidence } from './queries.ts';
import {
  countStates,
  type EvidenceInWords,
  evidenceInWords,
  indicatorInWords,
  STATE_KINDS,
} from './wording.ts';

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
      const { code, id } = cycle.unit;
      const adds = mayAdd(actor, id);
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
            add: adds
              ? {
                  bring: bringPath(code, { year: cycle.year, indicator: indicator.code }),
                  choose: choosePath(code, { year: cycle.year, indicator: indicator.code }),
                }
              : null,
          })),
        ),
        check: checkPath(code, cycle.year),
      };
    },
  };
}

function shownFile(
  one: CheckedEvidence,
  checked: CheckedCycle,
  actor: PersonActor,
  language: Language,
): ShownEvidence['indicators'][number]['files'][number] {
  const { used, seen, inWords } = toldOf(one, checked, actor, language);
  const { kind, tag, about } = inWords;
  if (!seen) return { title: messages[language].hidden, href: null, about: '', kind, tag };
  return { title: used.title, href: evidencePath(checked.cycle.unit.code, used.id), about, kind, tag };
}

/**
 * What a person is told of a checked evidence: of what he may not see, its standing alone, which the state of the
 * indicator tells anyhow; of what shows children, above the unit, nothing that was read in the original.
 */
export function toldOf(
  one: CheckedEvidence,
  { cycle, standard, evidence }: CheckedCycle,
  actor: PersonActor,
  language: Language,
): { readonly used: UsedEvidence; readonly seen: boolean; readonly inWords: EvidenceInWords } {
  const used = evidence.get(one.evidence.id)!;
  const unitId = cycle.unit.id;
  const seen = maySeeEvidence(actor, { ...used, unitId, usedForIndicator: true });
  const readsOriginal = seen && (actor.unit.id === unitId || !used.showsChildren);
  const told: CheckedEvidence = {
    ...one,
    reasons: seen ? one.reasons.filter(({ code }) => readsOriginal || code !== 'figure_differs') : [],
    agreeing: readsOriginal ? one.agreeing : [],
  };
  return { used, seen, inWords: evidenceInWords(told, used, standard, language) };
}
