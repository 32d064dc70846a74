import { Hono } from 'hono';
import { mayBePublished } from '../../../domain/evidence/index.ts';
import { today } from '../../../platform/clock.ts';
import type { PersonActor } from '../../../platform/database/index.ts';
import { formFields, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { frameOfWork, pageOfWork, seenRevision } from '../../activities/index.ts';
import { fileAnswer, uploadForm } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { childrenPath } from '../paths.ts';
import { EVIDENCE, type EvidenceDependencies, idOf, placeOf, unitCodeOf } from '../routes/common.tsx';
import { ChildrenPage, type ChildrenPageProps } from './children-page.tsx';
import { readConsentPaper } from './consent-paper.ts';
import { fileAtTheDoor } from './consents-query.ts';
import { messages } from './messages.ts';
import { protectedEvidence } from './protected-evidence.ts';
import { publishEvidence, recordConsent, unpublishEvidence, withdrawConsent } from './publish.ts';
import { redactRoutes } from './redact-routes.tsx';
import { readConsent } from './schema.ts';

/** What protects the children whom an evidence shows: the blacked-out copy, the consents, publishing. */
export function childrenRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { clock, files } = dependencies;
  const routes = new Hono<RequestEnvironment>();
  routes.route('/', redactRoutes(dependencies));

  async function childrenPage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<ChildrenPageProps, 'typed' | 'faults' | 'refused'> = {},
  ) {
    const { unit, evidence, consents } = await protectedEvidence(dependencies, c, actor);
    const done: Readonly<Record<string, string | undefined>> = messages[c.var.language].done;
    const props = {
      frame: frameOfWork(c, actor, dependencies),
      unit,
      evidence,
      consents,
      publication: mayBePublished(fileAtTheDoor(evidence), consents),
      done: done[c.req.query('xong') ?? ''],
      ...answer,
    };
    return pageOfWork(
      c,
      <ChildrenPage {...props} />,
      answer.faults === undefined && answer.refused === undefined ? 200 : 422,
    );
  }
  const back = (c: RequestContext, what: string) =>
    c.redirect(`${childrenPath(unitCodeOf(c), idOf(c))}?xong=${what}`, 303);

  routes.get(`${EVIDENCE}/tre-em`, (c) => childrenPage(c, requirePerson(c)));

  routes.post(`${EVIDENCE}/tre-em`, async (c) => {
    const actor = requirePerson(c);
    await protectedEvidence(dependencies, c, actor);
    const { fields: typed, files: brought } = await uploadForm(c);
    const form = readConsent(typed, today(clock));
    if (!form.ok) return childrenPage(c, actor, { typed, faults: form.faults });
    const seen = { ...placeOf(c), seenRevision: seenRevision(typed) };
    const fault = await recordConsent(dependencies, actor, seen, form.value, brought.giay?.[0]);
    if (fault !== null)
      return childrenPage(c, actor, {
        typed,
        faults: { [fault === 'fileReplaced' ? 'dau_hieu' : 'giay']: fault },
      });
    return back(c, 'dong-y');
  });

  routes.get(`${EVIDENCE}/tre-em/:consent{[0-9a-f-]{36}}/giay`, async (c) => {
    const consentId = idOf(c, 'consent');
    return fileAnswer(
      c,
      files,
      await readConsentPaper(dependencies, requirePerson(c), placeOf(c), consentId),
    );
  });

  routes.post(`${EVIDENCE}/tre-em/:consent{[0-9a-f-]{36}}/rut`, async (c) => {
    await withdrawConsent(dependencies, requirePerson(c), placeOf(c), idOf(c, 'consent'));
    return back(c, 'rut-dong-y');
  });

  routes.post(`${EVIDENCE}/cong-bo`, async (c) => {
    const actor = requirePerson(c);
    const seen = { ...placeOf(c), seenRevision: seenRevision(await formFields(c)) };
    const publication = await publishEvidence(dependencies, actor, seen);
    if (publication === 'fileReplaced') return childrenPage(c, actor, { refused: 'fileReplaced' });
    return publication.ok ? back(c, 'cong-bo') : childrenPage(c, actor, { refused: 'notAllowed' });
  });

  routes.post(`${EVIDENCE}/thoi-cong-bo`, async (c) => {
    await unpublishEvidence(dependencies, requirePerson(c), placeOf(c));
    return back(c, 'thoi-cong-bo');
  });

  return routes;
}
