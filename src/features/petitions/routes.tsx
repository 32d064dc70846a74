import { Hono } from 'hono';
import { KINDS_WITH_PETITIONS } from '../../domain/activity/index.ts';
import { today } from '../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../platform/http/index.ts';
import type { Assets } from '../../ui/assets.ts';
import {
  type Fields,
  frameOfWork,
  isId,
  mayRecordFor,
  mayRemove,
  pageOf,
  pageOfWork,
  seenRevision,
  unitOfLog,
  unitToWorkIn,
  yearOf,
} from '../activities/index.ts';
import { requirePerson, worksIn } from '../people/index.ts';
import {
  changePetition,
  type PetitionPlace,
  type PetitionsContext,
  recordPetition,
} from './commands/record-petition.ts';
import { answerPetition, removePetition } from './commands/settle-petition.ts';
import { messages } from './messages.ts';
import { NewPetitionPage } from './pages/new-petition-page.tsx';
import { PetitionPage, type PetitionPageProps } from './pages/petition-page.tsx';
import { PetitionsPage } from './pages/petitions-page.tsx';
import { petitionPath, petitionsOfYearPath } from './paths.ts';
import { mayAnswer } from './policy.ts';
import { findChoices, findPetition, listPetitions } from './queries.ts';
import { fieldsOf, type PetitionFaults, readAnswer, readPetition, stateOfSlug } from './schema.ts';

export interface PetitionsDependencies extends PetitionsContext {
  readonly assets: Assets;
}

const PETITIONS = '/don-vi/:unit{[0-9]{5}}/kien-nghi';
const PETITION = `${PETITIONS}/:id{[0-9a-f-]{36}}` as const;
const kinds = [...KINDS_WITH_PETITIONS];
const DONE = { luu: 'saved', 'tra-loi': 'answered' } as const;

/** What children asked for, and what became of it: `/don-vi/:unit/kien-nghi…`. */
export function petitionsRoutes(dependencies: PetitionsDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  const thisYear = () => Number(today(clock).slice(0, 4));

  function placeOf(c: RequestContext): PetitionPlace {
    const id = c.req.param('id');
    if (!isId(id)) throw notFound();
    return { unitCode: c.req.param('unit')!, id };
  }

  routes.get(PETITIONS, async (c) => {
    const actor = requirePerson(c);
    const activity = c.req.query('hoat_dong');
    const filter = {
      year: yearOf(c.req.query('nam'), thisYear()),
      state: stateOfSlug(c.req.query('tinh_trang')),
      activityId: isId(activity) ? activity : null,
    };
    const { unit, list } = await withReadScope(database, actor, async (scope) => {
      const found = await unitOfLog(scope, actor, c.req.param('unit'));
      const narrowed = { ...filter, page: pageOf(c.req.query('trang')) };
      return { unit: found, list: await listPetitions(scope, found.id, today(clock), narrowed) };
    });
    return pageOfWork(
      c,
      <PetitionsPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        list={list}
        filter={filter}
        mayRecord={worksIn(actor, unit.id)}
        done={c.req.query('xong') === 'xoa' ? messages[c.var.language].page.removed : undefined}
      />,
    );
  });

  async function newPetitionPage(
    c: RequestContext,
    actor: PersonActor,
    typed?: { readonly values: Fields; readonly faults: PetitionFaults },
  ) {
    const year = yearOf(c.req.query('nam'), thisYear());
    const { unit, choices } = await withReadScope(database, actor, async (scope) => {
      const found = await unitToWorkIn(scope, actor, c.req.param('unit')!, 'petitions.may-not-record');
      return { unit: found, choices: await findChoices(scope, found.id, today(clock), year - 1, kinds) };
    });
    return pageOfWork(
      c,
      <NewPetitionPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        year={year}
        values={typed?.values ?? { hoat_dong: c.req.query('hoat_dong') ?? '' }}
        choices={choices}
        origins={choices.activities.filter(({ organisationId }) =>
          mayRecordFor(actor, unit.id, organisationId),
        )}
        faults={typed?.faults ?? {}}
      />,
      typed === undefined ? 200 : 422,
    );
  }

  routes.get(`${PETITIONS}/moi`, (c) => newPetitionPage(c, requirePerson(c)));

  routes.post(`${PETITIONS}/moi`, async (c) => {
    const actor = requirePerson(c);
    const values = await formFields(c);
    const unitCode = c.req.param('unit');
    const form = readPetition(values);
    if (!form.ok) return newPetitionPage(c, actor, { values, faults: form.faults });
    const id = await recordPetition(dependencies, actor, unitCode, form.value);
    return c.redirect(`${petitionPath(unitCode, id)}?xong=luu`, 303);
  });

  async function petitionPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Partial<Pick<PetitionPageProps, 'values' | 'faults' | 'open' | 'conflict'>> = {},
  ) {
    const { unitCode, id } = placeOf(c);
    const { unit, petition, choices } = await withReadScope(database, actor, async (scope) => {
      const ofLog = await unitOfLog(scope, actor, unitCode);
      const found = await findPetition(scope, ofLog.id, today(clock), id, kinds);
      if (found === undefined) throw notFound();
      return { unit: ofLog, ...found };
    });
    const mayChange = mayRecordFor(actor, unit.id, petition.activityOrganisationId);
    // What was typed is answered only to who may do the deed at all.
    if (answer.open === 'change' && !mayChange) throw notAllowed('petitions.may-not-change');
    if (answer.open === 'answer' && !mayAnswer(actor, unit.id, petition))
      throw notAllowed('petitions.may-not-answer');
    const done = DONE[c.req.query('xong') as keyof typeof DONE];
    const { conflict = false, values } = answer;
    return pageOfWork(
      c,
      <PetitionPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        petition={petition}
        choices={choices}
        origins={choices.activities.filter(({ organisationId }) =>
          mayRecordFor(actor, unit.id, organisationId),
        )}
        values={{ ...fieldsOf(petition), ...values }}
        // With a conflict the stored values are on the screen now: saving once more replaces them knowingly.
        revision={values === undefined || conflict ? petition.revision : seenRevision(values)}
        mayChange={mayChange}
        mayAnswer={mayAnswer(actor, unit.id, petition)}
        mayRemove={mayRemove(actor, unit.id, petition)}
        faults={answer.faults ?? {}}
        open={answer.open ?? null}
        conflict={conflict}
        done={done === undefined || values ? undefined : messages[c.var.language].page[done]}
      />,
      conflict ? 409 : values ? 422 : 200,
    );
  }

  routes.get(PETITION, (c) => petitionPage(c, requirePerson(c)));

  routes.post(PETITION, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const values = await formFields(c);
    const form = readPetition(values);
    if (!form.ok) return petitionPage(c, actor, { values, faults: form.faults, open: 'change' });
    if (!(await changePetition(dependencies, actor, place, form.value, seenRevision(values))))
      return petitionPage(c, actor, { values, conflict: true, open: 'change' });
    return c.redirect(`${petitionPath(place.unitCode, place.id)}?xong=luu`, 303);
  });

  routes.post(`${PETITION}/tra-loi`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const values = await formFields(c);
    const form = readAnswer(values, today(clock));
    if (!form.ok) return petitionPage(c, actor, { values, faults: form.faults, open: 'answer' });
    if (!(await answerPetition(dependencies, actor, place, form.value, seenRevision(values))))
      return petitionPage(c, actor, { values, conflict: true, open: 'answer' });
    return c.redirect(`${petitionPath(place.unitCode, place.id)}?xong=tra-loi`, 303);
  });

  routes.post(`${PETITION}/xoa`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    const { year } = await removePetition(dependencies, actor, place);
    return c.redirect(`${petitionsOfYearPath(place.unitCode, { year })}&xong=xoa`, 303);
  });

  return routes;
}
