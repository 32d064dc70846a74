import type { VNode } from 'preact';
import type { Criterion } from '../../../domain/scoring/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Note } from '../../../ui/components/Note.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { ShownEvidence } from '../evidence-on-pages.ts';
import { messages } from '../messages.ts';

/** The evidence of a criterion: what is expected, what is there and what an appraiser would say about it. */
export function EvidencePane(props: {
  readonly language: Language;
  readonly criterion: Criterion;
  readonly evidence: ShownEvidence;
  /** Whether the criterion can still be handed in by this person. */
  readonly mayHandIn: boolean;
}): VNode {
  const { language, criterion, evidence } = props;
  const words = messages[language].evidence;
  return (
    <>
      {evidence.missing.length > 0 && props.mayHandIn && (
        <Note kind="wait" title={words.missing(evidence.missing.join(', '))}>
          <p>{words.missingHint}</p>
        </Note>
      )}
      {evidence.indicators.map((shown) => {
        const indicator = criterion.indicators.find(({ code }) => code === shown.code)!;
        return (
          <div key={shown.code}>
            <h3>
              {shown.code} {language === 'vi' ? indicator.statement : indicator.statementEn}{' '}
              <Tag kind={shown.kind}>{shown.state}</Tag>
            </h3>
            <p class="small muted">
              {words.expected}: <span lang="vi">{indicator.evidence.join('; ')}</span>
            </p>
            {shown.files.length > 0 && (
              <ul class="plain-list">
                {shown.files.map((file) => (
                  <li key={file.href ?? file.tag}>
                    {file.href === null ? file.title : <a href={file.href}>{file.title}</a>}
                    {file.about !== '' && <div class="small muted">{file.about}</div>}
                    <Tag kind={file.kind}>{file.tag}</Tag>
                  </li>
                ))}
              </ul>
            )}
            {shown.reasons.map((reason) => (
              <p key={reason} class="small">
                {reason}
              </p>
            ))}
            {shown.add !== null && (
              <p class="no-print">
                <a href={shown.add.bring}>{words.bring}</a>
                {' · '}
                <a href={shown.add.choose}>{words.choose}</a>
              </p>
            )}
          </div>
        );
      })}
      <p class="no-print">
        <a href={evidence.check}>{words.check}</a>
      </p>
    </>
  );
}
