import type { VNode } from 'preact';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { childrenPath, redactPath } from '../paths.ts';
import type { Evidence } from '../queries/evidence.ts';
import { messages } from './messages.ts';

/** On the page of an evidence: the way to publishing, and where it shows children to what protects them. */
export function PublishingCard(props: {
  readonly language: Language;
  readonly unitCode: string;
  readonly evidence: Evidence;
}): VNode {
  const words = messages[props.language];
  const { id, showsChildren } = props.evidence;
  return (
    <Card title={showsChildren ? words.card : words.cardOfPublishing}>
      <ButtonRow>
        {showsChildren && (
          <Button kind="plain" href={redactPath(props.unitCode, id)}>
            {words.toRedact}
          </Button>
        )}
        <Button kind="plain" href={childrenPath(props.unitCode, id)}>
          {showsChildren ? words.toConsents : words.toPublishing}
        </Button>
      </ButtonRow>
    </Card>
  );
}
