import type { VNode } from 'preact';
import { COMMUNICATION_DUTY, monthsOfCommunication } from '../../../domain/activity/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { messages } from '../messages.ts';

const tagOfState = { held: 'go', running: 'wait', gap: 'stop', ahead: 'plain' } as const;

/** The duty of at least one item a month: the gaps in a sentence, then the twelve months. */
export function MonthsOfCommunication(props: {
  readonly language: Language;
  readonly year: number;
  readonly today: string;
  readonly items: ReadonlyMap<number, number>;
}): VNode {
  const { language, year } = props;
  const words = messages[language].months;
  const months = monthsOfCommunication(props.items, year, props.today);
  const gaps = months.filter(({ state }) => state === 'gap').map(({ month }) => month);
  const running = months.find(({ state }) => state === 'running');
  return (
    <Card title={words.title(String(year))} id="theo-thang">
      <p>
        {words.duty(formatNumber(COMMUNICATION_DUTY.itemsPerMonth, language), COMMUNICATION_DUTY.basis)}{' '}
        {COMMUNICATION_DUTY.provisional && <span class="muted">{words.provisional}</span>}
      </p>
      <Note kind={gaps.length > 0 ? 'wait' : 'go'}>
        <p>
          {gaps.length > 0 ? words.gaps(gaps.join(', ')) : words.noGaps}{' '}
          {running && words.running(String(running.month))}
        </p>
      </Note>
      <Table
        caption={words.caption}
        captionHidden
        columns={[
          { heading: words.columns.month },
          { heading: words.columns.items, numeric: true },
          { heading: words.columns.state },
        ]}
        rows={months.map(({ month, items, state }) => [
          words.month(String(month)),
          formatNumber(items, language),
          <Tag key="state" kind={tagOfState[state]}>
            {words.states[state]}
          </Tag>,
        ])}
      />
    </Card>
  );
}
