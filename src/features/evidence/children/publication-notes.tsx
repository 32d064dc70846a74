import type { VNode } from 'preact';
import type { Publication } from '../../../domain/evidence/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Note } from '../../../ui/components/Note.tsx';
import { childrenPath } from '../paths.ts';
import type { Evidence } from '../queries/evidence.ts';
import { messages } from './messages.ts';

/** Everything that stands against publishing, a line each. */
export function ReasonsNotToPublish(props: {
  readonly language: Language;
  readonly publication: Extract<Publication, { ok: false }>;
}): VNode {
  const words = messages[props.language];
  return (
    <ul>
      {props.publication.because.map((reason) => (
        <li key={reason}>{words.because[reason]}</li>
      ))}
      {props.publication.lacking.map(({ mark, lacks }) => (
        <li key={mark}>{words.mayNotOf(mark, lacks.map((lack) => words.lacks[lack]).join(', '))}</li>
      ))}
    </ul>
  );
}

/** After a change: that publishing was stopped by it, why, and where to go on. */
export function PublishingStopped(props: {
  readonly language: Language;
  readonly unitCode: string;
  readonly evidence: Evidence;
  /** As the evidence stands now. */
  readonly publication: Publication;
}): VNode {
  const words = messages[props.language];
  return (
    <Note kind="wait" title={words.stopped} announced>
      {props.publication.ok ? (
        <p>{words.stoppedForOtherFile}</p>
      ) : (
        <ReasonsNotToPublish language={props.language} publication={props.publication} />
      )}
      <p>{words.stoppedElsewhere}</p>
      <p>
        <a href={childrenPath(props.unitCode, props.evidence.id)}>{words.toConsents}</a>
      </p>
    </Note>
  );
}
