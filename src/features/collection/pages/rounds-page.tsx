import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { formatDate } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { roundPath, roundsPath } from '../paths.ts';
import type { ListedRound } from '../queries/rounds.ts';

export interface RoundsPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly rounds: readonly ListedRound[];
  readonly leads: boolean;
}

/** The rounds of a year, and how far each is. */
export function RoundsPage({ frame, unit, year, rounds }: RoundsPageProps): VNode {
  const { language } = frame;
  const words = messages[language];
  const { columns } = words.list;
  const title = words.list.title(year);
  return (
    <UnitWorkPage frame={frame} unit={unit} title={title} crumbs={[{ label: words.title }]}>
      <Card>
        <h1>{title}</h1>
        <ButtonRow>
          <Button kind="quiet" href={roundsPath(unit.code, year - 1)}>
            {words.list.previousYear}
          </Button>
          <Button kind="quiet" href={roundsPath(unit.code, year + 1)}>
            {words.list.nextYear}
          </Button>
        </ButtonRow>
        {rounds.length === 0 ? (
          <EmptyState title={words.list.empty(year)}>{words.list.emptyHint}</EmptyState>
        ) : (
          <Table
            caption={title}
            captionHidden
            columns={[
              { heading: columns.round },
              { heading: columns.period },
              { heading: columns.cutOff },
              { heading: columns.due },
              { heading: columns.progress },
              { heading: columns.state },
            ]}
            rows={rounds.map((round) => [
              <div key="round">
                <a href={roundPath(unit.code, round.id)}>{round.title}</a>
                <div class="small muted">
                  {words.levels[round.level]} · {words.list.items(round.items)}
                </div>
              </div>,
              periodName(round.period, language),
              formatDate(round.cutOff),
              formatDate(round.dueDate),
              <div key="progress">
                {words.list.progress(round.complete, round.submitted, round.accepted, round.sheets)}
                {round.late > 0 && <div class="small urgent">{words.list.late(round.late)}</div>}
              </div>,
              <Tag key="state" kind={round.state === 'open' ? 'info' : 'plain'}>
                {words.roundStates[round.state]}
              </Tag>,
            ])}
          />
        )}
      </Card>
    </UnitWorkPage>
  );
}
