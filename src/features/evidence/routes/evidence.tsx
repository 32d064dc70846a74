import { Hono } from 'hono';
import { mayBePublished } from '../../../domain/evidence/index.ts';
import { today } from '../../../platform/clock.ts';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import {
  formFields,
  notAllowed,
  notFound,
  type RequestContext,
  type RequestEnvironment,
} from '../../../platform/http/index.ts';
import { allowFramesOfThisSite } from '../../../platform/http/security.ts';
import { type Fields, frameOfWork, pageOfWork } from '../../activities/index.ts';
import { uploadForm } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { tasksForChoice } from '../../tasks/index.ts';
import { fileAtTheDoor, listConsents } from '../children/consents-query.ts';
import { bringFiles } from '../commands/bring-file.ts';
import { type Changed, describeEvidence, reviseEvidence, setWithdrawn } from '../commands/change-evidence.ts';
import { unitOfLibrary } from '../commands/context.ts';
import { markOf } from '../commands/rows.ts';
import { takeBackUse, useAgainNextYear, useEvidence } from '../commands/use-evidence.ts';
import { messages } from '../messages.ts';
import { DescribePage } from '../pages/describe-pages.tsx';
import { boxesOf, differencesOf } from '../pages/evidence-fields.tsx';
import { EvidencePage, type EvidencePageProps } from '../pages/evidence-page.tsx';
import { chosenPath } from '../paths.ts';
import { copyFor, mayAdd, mayChange, mayTakeBackUse, mayUse } from '../policy.ts';
import { findEvidence } from '../queries/evidence.ts';
import { listWaitingFiles } from '../queries/waiting.ts';
import { readContent, readUses } from '../schema.ts';
import {
  choosingOf,
  EVIDENCE,
  type EvidenceDependencies,
  idOf,
  indicatorsOf,
  placeOf,
  purposeOf,
  standardOf,
  thisYear,
  unitCodeOf,
  withDone,
} from './common.tsx';

/** One evidence: what it is, what it is used for, and its deeds. */
export function evidenceRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { database, clock } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  async function evidencePage(
    c: RequestContext,
    actor: PersonActor,
    answer: Pick<EvidencePageProps, 'refused' | 'fileRefused'> = {},
  ) {
    const { unit, evidence, tasks, waiting, stopped } = await withReadScope(
      database,
      actor,
      async (scope) => {
        const unit = await unitOfLibrary(scope, actor, unitCodeOf(c));
        const evidence = await findEvidence(scope, actor, unit.id, idOf(c));
        const wasStopped =
          c.req.query('cong_bo') === 'thoi' && evidence.publishedAt === null && mayChange(actor, evidence);
        return {
          unit,
          evidence,
          tasks: mayUse(actor, evidence) ? await tasksForChoice(scope, unit.id, thisYear(dependencies)) : [],
          waiting: mayChange(actor, evidence) ? await listWaitingFiles(scope, actor, unit.id) : [],
          stopped: wasStopped
            ? mayBePublished(fileAtTheDoor(evidence), await listConsents(scope, evidence))
            : undefined,
        };
      },
    );
    allowFramesOfThisSite(c);
    const purpose = purposeOf(c);
    const choosing = choosingOf(dependencies, purpose.year, purpose.indicator);
    return pageOfWork(
      c,
      <EvidencePage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        evidence={evidence}
        standard={standardOf(dependencies)}
        today={today(clock)}
        choosing={mayUse(actor, evidence) ? choosing : undefined}
        copies={new Map(evidence.files.map((file) => [file.revision, copyFor(actor, evidence, file)]))}
        may={{
          add: mayAdd(actor, unit.id),
          change: mayChange(actor, evidence),
          use: mayUse(actor, evidence),
        }}
        takesBack={(use) => mayTakeBackUse(actor, evidence, use)}
        tasks={tasks}
        waiting={waiting}
        done={c.req.query('xong')}
        stopped={stopped}
        {...answer}
      />,
      answer.refused === undefined && answer.fileRefused === undefined ? 200 : 422,
    );
  }

  /** The evidence for who may do something with it: a form with faults is answered to nobody else. */
  const evidenceFor = (c: RequestContext, actor: PersonActor, may: typeof mayChange, code: string) =>
    withReadScope(database, actor, async (scope) => {
      const unit = await unitOfLibrary(scope, actor, unitCodeOf(c));
      const evidence = await findEvidence(scope, actor, unit.id, idOf(c));
      if (!may(actor, evidence)) throw notAllowed(code);
      return { unit, evidence };
    });
  const done = (c: RequestContext, what: string, { unpublished }: Changed = { unpublished: false }) => {
    const { unitCode, id } = placeOf(c);
    const stopped = unpublished ? '&cong_bo=thoi' : '';
    return c.redirect(`${withDone(chosenPath(unitCode, id, purposeOf(c)), what)}${stopped}`, 303);
  };

  routes.get(EVIDENCE, (c) => evidencePage(c, requirePerson(c)));

  async function describePage(
    c: RequestContext,
    actor: PersonActor,
    refused?: NonNullable<EvidencePageProps['refused']> & { readonly overtaken?: boolean },
  ) {
    const { unit, evidence } = await evidenceFor(c, actor, mayChange, 'evidence.may-not-change');
    const overtaken = refused?.overtaken === true;
    return pageOfWork(
      c,
      <DescribePage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        evidence={evidence}
        boxes={refused?.fields ?? boxesOf(evidence)}
        // Once overtaken what is stored is on the screen too: saving once more replaces it knowingly.
        seen={refused === undefined || overtaken ? markOf(evidence) : (refused.fields.da_thay ?? '')}
        differences={overtaken ? differencesOf(evidence, refused.fields, c.var.language) : []}
        faults={refused?.faults ?? {}}
      />,
      refused === undefined ? 200 : overtaken ? 409 : 422,
    );
  }

  routes.get(`${EVIDENCE}/sua`, (c) => describePage(c, requirePerson(c)));

  routes.post(`${EVIDENCE}/sua`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const content = readContent(fields);
    if (!content.ok) return describePage(c, actor, { fields, faults: content.faults });
    const { da_thay: seen = '' } = fields;
    const changed = await describeEvidence(dependencies, actor, placeOf(c), content.value, seen);
    if (changed === 'overtaken') return describePage(c, actor, { fields, faults: {}, overtaken: true });
    return done(c, 'sua', changed);
  });

  routes.post(`${EVIDENCE}/ban-moi`, async (c) => {
    const actor = requirePerson(c);
    const place = placeOf(c);
    await evidenceFor(c, actor, mayChange, 'evidence.may-not-change');
    const form = await uploadForm(c);
    const words = messages[c.var.language].fileFaults;
    const note = noteOf(form.fields);
    const chosen = form.fields.tep_cho ?? '';
    const brought = form.files.tep?.[0];
    const refused = (fault: string) =>
      evidencePage(c, actor, { fileRefused: { fault, fields: form.fields } });
    if (brought === undefined && chosen === '') return refused(words.fileMissing);
    let uploadId = chosen;
    if (brought !== undefined) {
      const { waiting, refused: faults } = await bringFiles(dependencies, actor, place.unitCode, [brought]);
      const [fault] = faults;
      if (fault !== undefined)
        return refused(fault.fault === 'tooMany' ? words.tooMany : words[fault.fault](fault.name));
      uploadId = waiting[0]!;
    }
    if (!/^[0-9a-f-]{36}$/.test(uploadId)) throw notFound();
    const showsChildren = form.fields.co_tre_em !== undefined;
    return done(
      c,
      'ban-moi',
      await reviseEvidence(dependencies, actor, place, { uploadId }, note, showsChildren),
    );
  });

  routes.post(`${EVIDENCE}/gan`, async (c) => {
    const actor = requirePerson(c);
    const fields = await formFields(c);
    const uses = readUses(fields, indicatorsOf(dependencies));
    const nothing = uses.ok && uses.value.length === 0;
    if (!uses.ok || nothing) {
      await evidenceFor(c, actor, mayUse, 'evidence.may-not-use');
      const faults = uses.ok ? { 'chi_tieu.1.1': 'indicatorsMissing' as const } : uses.faults;
      return evidencePage(c, actor, { refused: { fields, faults } });
    }
    await useEvidence(dependencies, actor, placeOf(c), uses.value);
    return done(c, 'gan');
  });

  routes.post(`${EVIDENCE}/nam-sau`, async (c) => {
    const { nam = '' } = await formFields(c);
    const year = /^20[1-9]\d$/.test(nam) ? Number(nam) : thisYear(dependencies);
    const fresh = await useAgainNextYear(dependencies, requirePerson(c), placeOf(c), year);
    return done(c, fresh > 0 ? 'nam-sau' : 'khong-them');
  });

  routes.post(`${EVIDENCE}/bo-gan/:use{[0-9a-f-]{36}}`, async (c) => {
    await takeBackUse(dependencies, requirePerson(c), placeOf(c), idOf(c, 'use'));
    return done(c, 'bo-gan');
  });

  routes.post(`${EVIDENCE}/rut`, async (c) => {
    return done(c, 'rut', await setWithdrawn(dependencies, requirePerson(c), placeOf(c), true));
  });

  routes.post(`${EVIDENCE}/khoi-phuc`, async (c) => {
    await setWithdrawn(dependencies, requirePerson(c), placeOf(c), false);
    return done(c, 'khoi-phuc');
  });

  return routes;
}

const LONGEST_NOTE = 300;
const noteOf = (fields: Fields): string | null => (fields.ly_do ?? '').trim().slice(0, LONGEST_NOTE) || null;
