import { Hono } from 'hono';
import { parseVietnameseDate } from '../../../domain/text/index.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { requirePerson } from '../../people/index.ts';
import { assignCriteria } from '../commands/assign-criteria.ts';
import { messages } from '../messages.ts';
import { AssignmentPage } from '../pages/assignment-page.tsx';
import { mayPlan } from '../policy.ts';
import { findOrganisations } from '../queries.ts';
import { readAssignments } from '../schema.ts';
import { standardOf } from '../scored-cycle.ts';
import { type AssessmentDependencies, CYCLE, frameOf, page, placeOf, wholeCycle } from './common.tsx';

/** Owners and due dates of the criteria. */
export function assignmentRoutes(dependencies: AssessmentDependencies): Hono<RequestEnvironment> {
  const { database, standards } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function assignmentPage(
    c: RequestContext,
    actor: PersonActor,
    answer: { typed?: ReturnType<typeof readAssignments>; errors?: FieldError[]; done?: string } = {},
  ) {
    const { cycle, organisations } = await withReadScope(database, actor, async (scope) => {
      const found = await wholeCycle(c, scope, actor, dependencies);
      if (!mayPlan(actor, found.unit.id)) throw notAllowed('assessment.may-not-assign');
      return {
        cycle: found,
        organisations: await findOrganisations(scope, found.unit.id, `${found.year}-12-31`),
      };
    });
    const { standard } = standardOf(standards, cycle.standardId, cycle.standardVersion);
    return page(
      c,
      <AssignmentPage
        frame={frameOf(c, actor, dependencies)}
        cycle={cycle}
        standard={standard}
        organisations={organisations}
        {...answer}
      />,
      answer.errors ? 422 : 200,
    );
  }

  routes.get(`${CYCLE}/phan-cong`, (c) => assignmentPage(c, requirePerson(c)));

  routes.post(`${CYCLE}/phan-cong`, async (c) => {
    const actor = requirePerson(c);
    const words = messages[c.var.language].assignPage;
    const typed = readAssignments(await formFields(c));
    const read = typed.map((assignment) => ({ ...assignment, dueDate: parseVietnameseDate(assignment.due) }));
    const errors = read
      .filter(({ dueDate }) => dueDate === null)
      .map(({ number }) => ({ field: `han.${number}`, message: words.dueFault(number) }));
    if (errors.length > 0) return assignmentPage(c, actor, { typed, errors });
    const changed = await assignCriteria(
      dependencies,
      actor,
      placeOf(c),
      read.map(({ number, organisationId, dueDate }) => ({ number, organisationId, dueDate: dueDate! })),
    );
    return assignmentPage(c, actor, {
      done: changed.length > 0 ? words.saved(changed.join(', ')) : words.savedNothing,
    });
  });

  return routes;
}
