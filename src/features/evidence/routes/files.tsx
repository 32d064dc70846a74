import { Hono } from 'hono';
import { type PersonActor, withReadScope } from '../../../platform/database/index.ts';
import { notFound, type RequestContext, type RequestEnvironment } from '../../../platform/http/index.ts';
import { frameOfThisSite } from '../../../platform/http/security.ts';
import { frameOfWork, pageOfWork } from '../../activities/index.ts';
import { fileAnswer, findFile, type StoredFile } from '../../files/index.ts';
import { requirePerson } from '../../people/index.ts';
import { textOfDocument } from '../../plan-file/index.ts';
import type { UnitAtWork } from '../../territory/index.ts';
import { unitOfLibrary } from '../commands/context.ts';
import { recordOpening } from '../commands/record-opening.ts';
import { WITH_TEXT } from '../pages/preview.tsx';
import { TextPage } from '../pages/text-page.tsx';
import { copyFor, mayAdd } from '../policy.ts';
import { type Evidence, fileOfRevision, findEvidence } from '../queries/evidence.ts';
import { EVIDENCE, type EvidenceDependencies, idOf, revisionOf, unitCodeOf } from './common.tsx';

interface Opened {
  readonly unit: UnitAtWork;
  readonly evidence: Evidence;
  readonly copy: 'original' | 'redacted';
  readonly stored: StoredFile;
}

/** Files of evidence, as whoever asks may have them. */
export function fileRoutes(dependencies: EvidenceDependencies): Hono<RequestEnvironment> {
  const { database, files } = dependencies;
  const routes = new Hono<RequestEnvironment>();

  /** The copy of a revision that a person gets. Of some, that it was opened is written down before it is given. */
  async function open(c: RequestContext, actor: PersonActor): Promise<Opened> {
    const opened = await withReadScope(database, actor, async (scope) => {
      const unit = await unitOfLibrary(scope, actor, unitCodeOf(c));
      const evidence = await findEvidence(scope, actor, unit.id, idOf(c));
      const file = fileOfRevision(evidence, revisionOf(c));
      const copy = copyFor(actor, evidence, file);
      if (copy === null) throw notFound();
      const stored = await findFile(scope, unit.id, copy === 'redacted' ? file.redactedFileId! : file.fileId);
      if (stored === undefined) throw notFound();
      return { unit, evidence, copy, stored };
    });
    await recordOpening(dependencies, actor, opened.evidence, `file.${revisionOf(c)}`);
    return opened;
  }

  routes.get(`${EVIDENCE}/tep/:revision{[1-9][0-9]{0,3}}`, async (c) => {
    const { stored } = await open(c, requirePerson(c));
    const answer = await fileAnswer(c, files, stored);
    return frameOfThisSite(answer);
  });

  routes.get(`${EVIDENCE}/noi-dung/:revision{[1-9][0-9]{0,3}}`, async (c) => {
    const actor = requirePerson(c);
    const { unit, evidence, copy, stored } = await open(c, actor);
    if (copy !== 'original' || !WITH_TEXT.has(stored.mediaType)) throw notFound();
    const text = await textOfDocument(await files.read(stored.sha256), stored.name);
    return pageOfWork(
      c,
      <TextPage
        frame={frameOfWork(c, actor, dependencies)}
        unit={unit}
        evidence={evidence}
        revision={revisionOf(c)}
        name={stored.name}
        text={text.ok ? text.text : null}
        mayAdd={mayAdd(actor, unit.id)}
      />,
    );
  });

  return routes;
}
