import type { VNode } from 'preact';
import { lacksOf, type Publication } from '../../../domain/evidence/index.ts';
import { formatDate, formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { Fields } from '../../activities/index.ts';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { LibraryFrame } from '../pages/frame.tsx';
import { childrenPath, consentPaperPath, evidencePath } from '../paths.ts';
import type { Evidence } from '../queries/evidence.ts';
import type { RecordedConsent } from './consents-query.ts';
import { messages } from './messages.ts';
import { ReasonsNotToPublish } from './publication-notes.tsx';
import type { ConsentFault } from './schema.ts';

export interface ChildrenPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly evidence: Evidence;
  readonly consents: readonly RecordedConsent[];
  readonly publication: Publication;
  readonly typed?: Fields;
  readonly faults?: Readonly<Record<string, ConsentFault>>;
  /** Why publishing was asked for and refused. */
  readonly refused?: 'notAllowed' | 'fileReplaced';
  readonly done?: string | undefined;
}

/** Who agreed that what shows children is published, and whether it is. */
export function ChildrenPage(props: ChildrenPageProps): VNode {
  const { frame, unit, evidence, faults = {} } = props;
  const words = messages[frame.language];
  // Both days can have the same fault.
  const days: Readonly<Record<string, string>> = { ngay_cha_me: words.guardianOn, ngay_tre: words.childOn };
  const errors = Object.entries(faults).map(([field, fault]) => {
    const day = fault === 'nobodyAgreed' ? undefined : days[field];
    const message = words.faults[fault];
    return { field, message: day === undefined ? message : `${day}: ${message}` };
  });
  return (
    <LibraryFrame
      frame={frame}
      unit={unit}
      mayAdd
      title={words.consentsTitle}
      crumbs={[
        { label: evidence.title, href: evidencePath(unit.code, evidence.id) },
        { label: words.consentsTitle },
      ]}
      errors={errors.length === 0 ? undefined : errors}
    >
      {props.done !== undefined && <Note kind="go" title={props.done} announced />}
      <Card>
        <h1>{words.consentsTitle}</h1>
        <p>{words.consentsHint}</p>
        <Publishing {...props} />
      </Card>
      {evidence.showsChildren && (
        <>
          <Card title={words.child} id="tre-em">
            {props.consents.length === 0 ? <p>{words.noChild}</p> : <Consents {...props} />}
          </Card>
          <ConsentForm {...props} />
        </>
      )}
    </LibraryFrame>
  );
}

function Publishing({ frame, unit, evidence, publication, refused }: ChildrenPageProps): VNode {
  const words = messages[frame.language];
  const path = evidencePath(unit.code, evidence.id);
  if (evidence.publishedAt !== null)
    return (
      <form method="post" action={`${path}/thoi-cong-bo`}>
        <p>{words.publishedOn(formatInstant(new Date(evidence.publishedAt)))}</p>
        <ButtonRow>
          <Button kind="plain">{words.unpublish}</Button>
        </ButtonRow>
      </form>
    );
  return (
    <form method="post" action={`${path}/cong-bo`}>
      <input type="hidden" name="lan_sua" value={evidence.revision} />
      <p>{words.notPublished}</p>
      {refused === 'fileReplaced' && (
        <Note kind="stop" announced>
          <p>{words.replacedBeforePublishing}</p>
        </Note>
      )}
      {!publication.ok && (
        <Note
          kind={refused === 'notAllowed' ? 'stop' : 'wait'}
          title={words.mayNot}
          announced={refused === 'notAllowed'}
        >
          <ReasonsNotToPublish language={frame.language} publication={publication} />
        </Note>
      )}
      <ButtonRow>
        <Button kind={publication.ok ? 'primary' : 'plain'}>{words.publish}</Button>
      </ButtonRow>
    </form>
  );
}

function Consents({ frame, unit, evidence, consents }: ChildrenPageProps): VNode {
  const words = messages[frame.language];
  const agreed = (day: string | null) => (day === null ? words.lacking : words.agreed(formatDate(day)));
  return (
    <Table
      caption={words.child}
      captionHidden
      columns={[
        { heading: words.columns.mark },
        { heading: words.columns.guardian },
        { heading: words.columns.child },
        { heading: words.columns.paper },
        { heading: words.columns.state },
      ]}
      rows={consents.map((one) => {
        const complete = lacksOf(one).length === 0;
        return [
          one.mark,
          agreed(one.guardianAgreedOn),
          one.sevenOrOlder ? agreed(one.childAgreedOn) : words.notNeeded,
          one.paperFileId === null ? (
            words.lacking
          ) : (
            <a href={consentPaperPath(unit.code, evidence.id, one.id)}>
              {words.openPaper}
              <span class="visually-hidden"> {one.mark}</span>
            </a>
          ),
          one.withdrawnOn !== null ? (
            <Tag kind="stop">{words.withdrawnOn(formatDate(one.withdrawnOn))}</Tag>
          ) : (
            <form method="post" action={`${childrenPath(unit.code, evidence.id)}/${one.id}/rut`}>
              <Tag kind={complete ? 'go' : 'wait'}>{complete ? words.complete : words.lacking}</Tag>{' '}
              <Button kind="quiet">
                {words.withdraw}
                <span class="visually-hidden"> {one.mark}</span>
              </Button>
            </form>
          ),
        ];
      })}
    />
  );
}

function ConsentForm({ frame, unit, evidence, typed = {}, faults = {} }: ChildrenPageProps): VNode {
  const words = messages[frame.language];
  const at = (field: string) => ({
    id: field,
    value: typed[field],
    error: faults[field] === undefined ? undefined : words.faults[faults[field]],
  });
  return (
    <Card title={words.record} id="ghi">
      <form method="post" encType="multipart/form-data" action={childrenPath(unit.code, evidence.id)}>
        <input
          type="hidden"
          name="lan_sua"
          // A file that has come meanwhile is on the screen only once that was said.
          value={
            faults.dau_hieu === 'fileReplaced' ? evidence.revision : (typed.lan_sua ?? evidence.revision)
          }
        />
        <Field {...at('dau_hieu')} label={words.mark} hint={words.markHint} />
        <Checkbox id="tu_7_tuoi" label={words.sevenOrOlder} checked={typed.tu_7_tuoi !== undefined} />
        <Field {...at('ngay_cha_me')} kind="date" label={words.guardianOn} hint={words.dayHint} />
        <Field {...at('ngay_tre')} kind="date" label={words.childOn} hint={words.dayHint} />
        <Field
          {...at('giay')}
          kind="file"
          accept=".pdf,.jpg,.jpeg,.png,.webp"
          label={words.paper}
          hint={words.paperHint}
        />
        <ButtonRow>
          <Button>{words.saveConsent}</Button>
        </ButtonRow>
      </form>
    </Card>
  );
}
