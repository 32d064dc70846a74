import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { activityMessages, type Fields, logPath } from '../../activities/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { newPetitionPath, petitionsOfYearPath, petitionsPath } from '../paths.ts';
import type { ActivityChoice, PetitionChoices } from '../queries.ts';
import type { PetitionFaults } from '../schema.ts';
import { errorsOf } from '../wording.ts';
import { PetitionFields } from './petition-fields.tsx';

/** What children asked for, newly recorded. */
export function NewPetitionPage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly values: Fields;
  readonly choices: PetitionChoices;
  readonly origins: readonly ActivityChoice[];
  readonly faults: PetitionFaults;
}): VNode {
  const { frame, unit, year } = props;
  const { language } = frame;
  const words = messages[language];
  const errors = errorsOf(props.faults, language);
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.form.newTitle}
      errors={errors}
      crumbs={[
        { label: words.title, href: petitionsOfYearPath(unit.code, { year }) },
        { label: words.form.newTitle },
      ]}
    >
      <div class="narrow">
        <Card>
          <h1>{words.form.newTitle}</h1>
          {props.origins.length === 0 ? (
            <EmptyState
              title={words.form.choose}
              action={<Button href={logPath(unit.code)}>{activityMessages[language].title}</Button>}
            >
              {words.form.noActivity}
            </EmptyState>
          ) : (
            <form method="post" action={newPetitionPath(unit.code, year)}>
              <PetitionFields {...props} language={language} errors={errors} withReview={false} />
              <ButtonRow>
                <Button>{words.form.save}</Button>
                <Button kind="plain" href={petitionsPath(unit.code)}>
                  {words.form.back}
                </Button>
              </ButtonRow>
            </form>
          )}
        </Card>
      </div>
    </UnitWorkPage>
  );
}
