import type { VNode } from 'preact';
import { DocumentPreview } from '../../../documents/document-preview.tsx';
import type { OfficialDocument } from '../../../documents/index.ts';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Timeline } from '../../../ui/components/Timeline.tsx';
import type { WorkFrame } from '../../territory/index.ts';
import type { PlanVersion } from '../history-queries.ts';
import { messages } from '../messages.ts';
import { planPath } from '../paths.ts';
import type { Plan } from '../queries.ts';
import { BelowDraft } from './draft-frame.tsx';
import { FileFacts } from './notice.tsx';

/** The plan as it will be, or was, printed; of a former state with who made it. */
export function PreviewPage(props: {
  readonly frame: WorkFrame;
  readonly plan: Plan;
  readonly document: OfficialDocument;
  readonly version?: PlanVersion;
}): VNode {
  const { frame, plan, version } = props;
  const words = messages[frame.language];
  const path = planPath(plan.unit.code, plan.id);
  const title = version ? words.history.versionTitle(version.revision) : words.preview.title;
  return (
    <BelowDraft frame={frame} draft={plan} title={title}>
      <div class="no-print">
        <h1>{title}</h1>
        {version ? (
          <p>
            {version.personName} · {formatInstant(version.changedAt)}
          </p>
        ) : (
          <>
            <p>{words.preview.intro}</p>
            <ButtonRow>
              <Button href={`${path}/van-ban.docx`}>{words.plan.docx}</Button>
              <Button kind="plain" href={`${path}/van-ban.pdf`}>
                {words.plan.pdf}
              </Button>
            </ButtonRow>
          </>
        )}
      </div>
      <DocumentPreview document={props.document} />
    </BelowDraft>
  );
}

/** The text that a plan was read from, with the file that it came in. */
export function SourcePage(props: {
  readonly frame: WorkFrame;
  readonly plan: Plan;
  readonly text: string;
}): VNode {
  const { frame, plan } = props;
  const words = messages[frame.language];
  return (
    <BelowDraft frame={frame} draft={plan} title={words.source.title}>
      <Card>
        <h1>{words.source.title}</h1>
        <p>{words.source.intro}</p>
        {plan.sourceFile ? (
          <div>
            <FileFacts
              file={plan.sourceFile}
              href={`${planPath(plan.unit.code, plan.id)}/ban-goc/tep`}
              language={frame.language}
            />
          </div>
        ) : (
          <p class="muted">{words.file.pasted}</p>
        )}
        <pre class="source-text" lang="vi">
          {props.text}
        </pre>
      </Card>
    </BelowDraft>
  );
}

/** Who changed a plan and when, newest first; every state can be looked at. */
export function HistoryPage(props: {
  readonly frame: WorkFrame;
  readonly plan: Plan;
  readonly versions: readonly PlanVersion[];
  readonly page: number;
  readonly more: boolean;
}): VNode {
  const { frame, plan, page } = props;
  const words = messages[frame.language].history;
  const path = `${planPath(plan.unit.code, plan.id)}/lich-su`;
  const deeds: Readonly<Record<string, string>> = words.deeds;
  return (
    <BelowDraft frame={frame} draft={plan} title={words.title}>
      <Card>
        <h1>{words.title}</h1>
        <Timeline
          happenings={props.versions.map((version) => ({
            when: formatInstant(version.changedAt),
            instant: version.changedAt.toISOString(),
            who: version.personName,
            what: (
              <>
                <a href={`${path}/${version.revision}`}>{words.version(version.revision)}</a>:{' '}
                {deeds[version.deed] ?? version.deed}
              </>
            ),
          }))}
        />
        <ButtonRow>
          {page > 1 && <a href={`${path}?trang=${page - 1}`}>{words.newer}</a>}
          {props.more && <a href={`${path}?trang=${page + 1}`}>{words.older}</a>}
        </ButtonRow>
      </Card>
    </BelowDraft>
  );
}
