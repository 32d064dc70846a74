import type { VNode } from 'preact';
import { forumFindings } from '../../../domain/activity/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { Activity } from '../activity-of-unit.ts';
import type { ForumDetails } from '../content.ts';
import { messages } from '../messages.ts';
import { findingInWords } from '../wording.ts';

/** The rules of the circular and how a forum stands to each; nothing is refused by it. */
export function ForumChecklist(props: {
  readonly language: Language;
  readonly activity: Activity;
  readonly details: ForumDetails;
  readonly today: string;
}): VNode {
  const { language, activity } = props;
  const words = messages[language].forum;
  const findings = forumFindings(
    {
      level: 'commune',
      heldFrom: activity.heldFrom,
      heldUntil: activity.heldUntil,
      previousYear: activity.previousForumYear,
      children: activity.children,
      ...props.details,
      petitions: activity.petitions,
    },
    props.today,
  );
  const count = (held: boolean | null) =>
    formatNumber(findings.filter((finding) => finding.held === held).length, language);
  return (
    <Card title={words.title} id="quy-dinh">
      <p class="muted">{words.intro}</p>
      <p>{words.counts(count(true), count(false), count(null))}</p>
      <Table
        caption={words.caption}
        captionHidden
        columns={[
          { heading: words.columns.rule },
          { heading: words.columns.found },
          { heading: words.columns.state },
        ]}
        rows={findings.map((finding) => {
          const { rule, found, state } = findingInWords(finding, language);
          return [
            <>
              {rule}
              <div class="small muted" lang="vi">
                {finding.basis}
                {finding.provisional && `; ${words.provisional}`}
              </div>
            </>,
            found,
            <Tag key="state" kind={state.kind}>
              {state.word}
            </Tag>,
          ];
        })}
      />
    </Card>
  );
}
