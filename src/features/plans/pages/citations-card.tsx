import type { VNode } from 'preact';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { Language } from '../../../ui/language.ts';
import { documentsPath } from '../../legal-documents/index.ts';
import type { CitationDoubt } from '../citations.ts';
import { messages } from '../messages.ts';

const tagOf = { error: 'stop', warning: 'wait', notice: 'plain' } as const;

/** What the registry says against the documents cited; what it merely does not know is folded away. */
export function CitationsCard(props: {
  readonly language: Language;
  readonly doubts: readonly CitationDoubt[];
  readonly showsItems: boolean;
}): VNode {
  const { language, doubts } = props;
  const words = messages[language].citations;
  const grave = doubts.filter(({ severity }) => severity !== 'notice');
  const unknown = doubts.filter(({ severity }) => severity === 'notice');
  return (
    <Card title={words.title} id="vien-dan">
      {grave.length === 0 ? <p class="muted">{words.fine}</p> : <DoubtList {...props} doubts={grave} />}
      {unknown.length > 0 && (
        <Details summary={words.unknown(unknown.length)}>
          <DoubtList {...props} doubts={unknown} />
        </Details>
      )}
      <p>
        <a href={documentsPath}>{words.registry}</a>
      </p>
    </Card>
  );
}

function DoubtList(props: {
  readonly language: Language;
  readonly doubts: readonly CitationDoubt[];
  readonly showsItems: boolean;
}): VNode {
  const words = messages[props.language].citations;
  return (
    <ul class="plain-list">
      {props.doubts.map(({ sentence, severity, itemId }) => (
        <li key={sentence}>
          <Tag kind={tagOf[severity]}>{words.severities[severity]}</Tag> {sentence}{' '}
          {itemId !== null && props.showsItems && <a href={`#nd-${itemId}`}>{words.toItem}</a>}
        </li>
      ))}
    </ul>
  );
}
