import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { type Item, itemLabel, levelName, ROUND_LEVELS } from '../../../domain/collection/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { type RoundLevel, roundsPath } from '../../collection/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { placeName } from '../importing/intake.ts';
import { messages } from '../messages.ts';
import { chooseTemplatePath, chosenTemplatePath } from '../paths.ts';
import type { RoundToChoose } from '../queries/rounds.ts';
import type { SheetToFill } from '../queries/sheets.ts';

/** A longer list of places is not chosen from: the workbook has them all. */
export const MOST_PLACES_TO_CHOOSE = 300;

export interface TemplatePageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly level: RoundLevel;
  readonly rounds: readonly RoundToChoose[];
  readonly places: readonly SheetToFill[];
  readonly items: readonly Item[];
  readonly chosen: {
    readonly rounds: readonly string[];
    readonly places: readonly string[];
    readonly items: readonly string[];
  };
  readonly fault?: 'roundMissing' | 'tooLarge' | undefined;
}

/** Which rounds, places and figures the workbook is to hold. */
export function TemplatePage(props: TemplatePageProps): VNode {
  const { frame, unit, year, level, rounds, places, items, chosen, fault } = props;
  const { language } = frame;
  const words = messages[language].template;
  const firstRound = `dot.${rounds[0]?.id ?? ''}`;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.title}
      crumbs={[
        { label: messages[language].collection, href: roundsPath(unit.code, year) },
        { label: words.title },
      ]}
      errors={fault === undefined ? [] : [{ field: firstRound, message: words[fault] }]}
    >
      <Card>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <ButtonRow>
          {ROUND_LEVELS.map((one) => (
            <Button
              key={one}
              kind={one === level ? 'plain' : 'quiet'}
              href={`${chooseTemplatePath(unit.code, year)}&cap=${one}`}
            >
              {levelName(one, language)}
            </Button>
          ))}
        </ButtonRow>
        {rounds.length === 0 ? (
          <EmptyState title={words.none(year)}>{words.noneHint}</EmptyState>
        ) : (
          <form method="post" action={`${chosenTemplatePath(unit.code)}?nam=${year}&cap=${level}`}>
            <fieldset>
              <legend>{words.rounds}</legend>
              {rounds.map(({ id, title, period }) => (
                <Checkbox
                  key={id}
                  id={`dot.${id}`}
                  name="dot"
                  value={id}
                  label={title}
                  hint={words.period(periodName(period, language))}
                  checked={chosen.rounds.includes(id)}
                />
              ))}
            </fieldset>
            {places.length > MOST_PLACES_TO_CHOOSE ? (
              <p class="hint">{words.tooManyPlaces(places.length)}</p>
            ) : (
              <Details summary={words.places} open={chosen.places.length > 0}>
                {places.map((sheet) => (
                  <Checkbox
                    key={sheet.placeId}
                    id={`noi.${sheet.placeId}`}
                    name="noi"
                    value={sheet.placeId}
                    label={placeName(sheet)}
                    checked={chosen.places.includes(sheet.placeId)}
                  />
                ))}
              </Details>
            )}
            <Details summary={words.items} open={chosen.items.length > 0}>
              {items.map((item) => (
                <Checkbox
                  key={item.key}
                  id={`so.${item.key}`}
                  name="so"
                  value={item.key}
                  label={itemLabel(item, language)}
                  checked={chosen.items.includes(item.key)}
                />
              ))}
            </Details>
            <ButtonRow>
              <Button>{words.download}</Button>
            </ButtonRow>
          </form>
        )}
      </Card>
    </UnitWorkPage>
  );
}
