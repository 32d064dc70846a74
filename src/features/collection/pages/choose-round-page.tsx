import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { levelName, periodsToCollect, ROUND_LEVELS } from '../../../domain/collection/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { messages } from '../messages.ts';
import { newRoundPath } from '../paths.ts';
import { type CollectionFrame, CollectionPage } from './frame.tsx';

/** Whom a new round asks, and for which period: what its form then looks like. */
export function ChooseRoundPage(props: CollectionFrame): VNode {
  const { frame, unit, year } = props;
  const words = messages[frame.language];
  return (
    <CollectionPage {...props} title={words.choose.title}>
      <Card>
        <h1>{words.choose.title}</h1>
        <form method="get" action={newRoundPath(unit.code, year).split('?')[0]}>
          <input type="hidden" name="nam" value={String(year)} />
          <Radios
            id="muc"
            label={words.choose.level}
            value="village"
            choices={ROUND_LEVELS.map((level) => ({ value: level, label: levelName(level, frame.language) }))}
          />
          <Select
            id="ky"
            label={words.choose.period}
            hint={words.form.periodHint}
            value={`${year}-H1`}
            options={periodsToCollect(year).map((period) => ({
              value: period,
              label: periodName(period, frame.language),
            }))}
          />
          <ButtonRow>
            <Button>{words.choose.next}</Button>
          </ButtonRow>
        </form>
      </Card>
    </CollectionPage>
  );
}
