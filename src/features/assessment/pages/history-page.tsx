import type { VNode } from 'preact';
import type { Figure, Standard } from '../../../domain/scoring/index.ts';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Timeline } from '../../../ui/components/Timeline.tsx';
import { messages } from '../messages.ts';
import { criterionPath, figureHistoryPath } from '../paths.ts';
import type { Cycle, FigureChange } from '../queries.ts';
import { figureText, inputLabel } from '../wording.ts';
import { crumbs, type PageFrame, UnitPage } from './frame.tsx';

export interface HistoryPageProps {
  readonly frame: PageFrame;
  readonly cycle: Cycle;
  readonly standard: Standard;
  readonly number: number;
  readonly input: string;
  readonly changes: readonly FigureChange[];
  readonly page: number;
  readonly more: boolean;
}

/** Every change of one figure, newest first: who, when, from, to, why. */
export function HistoryPage(props: HistoryPageProps): VNode {
  const { frame, cycle, standard, number, input, page } = props;
  const { language } = frame;
  const words = messages[language];
  const isYesNo = standard.inputs[input]!.kind === 'yes_no';
  const text = (state: string, value: number | null) =>
    figureText(
      state === 'given'
        ? { state, value: isYesNo ? value === 1 : (value ?? 0) }
        : ({ state, reason: '' } as Figure),
      language,
    );
  const title = words.historyPage.title(inputLabel(standard, input, language));
  const path = figureHistoryPath(cycle.unit.code, cycle.year, number, input);
  return (
    <UnitPage
      frame={frame}
      unit={cycle.unit}
      title={title}
      crumbs={crumbs(cycle.unit, language, cycle.year, [
        { label: words.criterion(number), href: criterionPath(cycle.unit.code, cycle.year, number) },
        { label: words.page.figureHistory },
      ])}
    >
      <Card>
        <h1>{title}</h1>
        {props.changes.length === 0 ? (
          <EmptyState title={words.historyPage.empty}>{words.historyPage.emptyHint}</EmptyState>
        ) : (
          <Timeline
            happenings={props.changes.map((change) => ({
              when: formatInstant(change.changedAt),
              instant: change.changedAt.toISOString(),
              who: change.personName,
              what:
                change.fromState === null
                  ? words.historyPage.first(text(change.toState, change.toValue))
                  : words.historyPage.change(
                      text(change.fromState, change.fromValue),
                      text(change.toState, change.toValue),
                    ),
              why: change.reason ?? change.note ?? undefined,
            }))}
          />
        )}
        <ButtonRow>
          <Button kind="plain" href={criterionPath(cycle.unit.code, cycle.year, number)}>
            {words.historyPage.back(number)}
          </Button>
          {page > 1 && (
            <Button kind="quiet" href={`${path}?trang=${page - 1}`}>
              {words.historyPage.newer}
            </Button>
          )}
          {props.more && (
            <Button kind="quiet" href={`${path}?trang=${page + 1}`}>
              {words.historyPage.older}
            </Button>
          )}
        </ButtonRow>
      </Card>
    </UnitPage>
  );
}
