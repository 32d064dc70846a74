import { Hono } from 'hono';
import { today } from '../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../platform/database/index.ts';
import {
  formFields,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import { frameOfWork, maySeeLog, pageOfWork, seenRevision, yearOf } from '../activities/index.ts';
import { type AssessmentContext, findCycle } from '../assessment/index.ts';
import { requirePerson } from '../people/index.ts';
import { acceptSuggestion } from './accept-suggestion.ts';
import { messages } from './messages.ts';
import { SuggestionsPage, type SuggestionsPageProps } from './pages/suggestions-page.tsx';
import { suggestionsPath } from './paths.ts';
import { findLogCounts } from './queries.ts';
import { suggestionsFor } from './suggestions.ts';

export interface SuggestionsDependencies extends AssessmentContext {
  readonly assets: Assets;
}

const SUGGESTIONS = '/don-vi/:unit{[0-9]{5}}/hoat-dong/de-xuat';

/** Figures of the cycle as the log counts them: `/don-vi/:unit/hoat-dong/de-xuat`. */
export function figureSuggestionsRoutes(dependencies: SuggestionsDependencies): Hono<RequestEnvironment> {
  const { database, clock, standards, yesNoInputs } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  const yearOfQuery = (c: RequestContext) => yearOf(c.req.query('nam'), Number(today(clock).slice(0, 4)));

  async function suggestionsPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<SuggestionsPageProps, 'errors' | 'conflict'> = {},
  ) {
    const year = yearOfQuery(c);
    const { unit, found } = await withReadScope(database, actor, async (scope) => {
      const ofYear = await findCycle(scope, c.req.param('unit')!, year, yesNoInputs);
      if (ofYear === null || !maySeeLog(actor, ofYear.unit.id)) throw notFound();
      const { cycle } = ofYear;
      if (cycle === null) return { unit: ofYear.unit, found: null };
      const { standard } = standards.get(cycle.standardId, cycle.standardVersion)!;
      const counts = await findLogCounts(scope, ofYear.unit.id, year, today(clock));
      return {
        unit: ofYear.unit,
        found: { standard, suggestions: suggestionsFor(actor, cycle, standard, counts) },
      };
    });
    return pageOfWork(
      c,
      <SuggestionsPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        year={year}
        found={found}
        done={c.req.query('xong') === 'nhan' ? messages[c.var.language].accepted : undefined}
        {...answer}
      />,
      answer.conflict ? 409 : answer.errors ? 422 : 200,
    );
  }

  routes.get(SUGGESTIONS, (c) => suggestionsPage(c, requirePerson(c)));

  routes.post(SUGGESTIONS, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const number = (text: string | undefined) => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 0);
    const seen = {
      unitCode: c.req.param('unit'),
      year: yearOfQuery(c),
      criterion: number(fields.tieu_chi),
      input: fields.so_lieu ?? '',
      count: number(fields.dem_duoc),
      revision: seenRevision(fields),
    };
    const { status, answer } = await acceptSuggestion(dependencies, actor, seen, c.var.language);
    if (status === 409) return suggestionsPage(c, actor, { conflict: answer.conflicts?.[0]?.stored ?? '–' });
    if (status === 422) return suggestionsPage(c, actor, { errors: answer.errors ?? [] });
    return c.redirect(`${suggestionsPath(seen.unitCode, seen.year)}&xong=nhan`, 303);
  });

  return routes;
}
