import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import type { Organisation } from '../../people/index.ts';
import type { WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { planPath } from '../paths.ts';
import type { Plan, WorkChoices } from '../queries.ts';
import type { OpenPlace, Work } from '../work.ts';
import { BelowDraft } from './draft-frame.tsx';

export interface WorkPageProps {
  readonly frame: WorkFrame;
  readonly plan: Plan;
  readonly work: Work;
  readonly choices: WorkChoices;
  readonly organisations: readonly Organisation[];
  readonly errors?: readonly FieldError[];
}

/** What a plan gives to whom, with the questions that it leaves open, before tasks and targets are made of it. */
export function WorkPage(props: WorkPageProps): VNode {
  const { frame, plan, work, choices, errors = [] } = props;
  const words = messages[frame.language].work;
  const waits = plan.origin === 'amendment' && plan.state === 'draft';
  const parts = work.open.filter(({ kind }) => kind === 'part');
  const reports = work.open.filter(({ kind }) => kind === 'item');
  const criteria = [...work.owners.keys()].sort((one, other) => one - other);
  return (
    <BelowDraft frame={frame} draft={plan} title={words.title} errors={errors}>
      <div class="narrow">
        <h1>{words.title}</h1>
        <p>{waits ? words.amendmentIntro : words.intro}</p>
        <form method="post" action={`${planPath(plan.unit.code, plan.id)}/giao-viec`}>
          <Card title={words.given} id="viec">
            <GivenTasks {...props} />
          </Card>
          <Card title={words.open} id="chua-ro">
            <p class="muted">{parts.length === 0 ? words.openNone : words.openHint}</p>
            {parts.map((place) => (
              <OpenFields key={place.id} {...props} place={place} />
            ))}
          </Card>
          {reports.length > 0 && (
            <Card title={words.reporting} id="bao-cao">
              <p class="muted">{words.reportingHint}</p>
              {reports.map((place) => (
                <OpenFields key={place.id} {...props} place={place} />
              ))}
            </Card>
          )}
          {work.measures.length > 0 && (
            <Card title={words.measures} id="giai-phap">
              <p class="muted">{words.measuresHint}</p>
              {work.measures.map(({ item, taken }) => (
                <Checkbox
                  key={item.id}
                  id={`nhan.${item.id}`}
                  label={<span lang="vi">{item.text}</span>}
                  checked={taken}
                />
              ))}
            </Card>
          )}
          <Card>
            {criteria.length > 0 && (
              <Checkbox
                id="giao_tieu_chi"
                label={words.criteria}
                hint={words.criteriaHint(criteria.join(', '))}
                checked={choices.givesCriteria}
              />
            )}
            <ButtonRow>
              <Button>{waits ? words.save : words.submit}</Button>
              <a href={planPath(plan.unit.code, plan.id)}>{messages[frame.language].edit.back}</a>
            </ButtonRow>
          </Card>
        </form>
      </div>
    </BelowDraft>
  );
}

function GivenTasks({ frame, work, organisations }: WorkPageProps): VNode {
  const words = messages[frame.language].work;
  const counts = organisations
    .map(({ id, name }) => ({ name, count: work.tasks.filter(({ leadId }) => leadId === id).length }))
    .filter(({ count }) => count > 0);
  if (counts.length === 0) return <p class="muted">{words.none}</p>;
  return (
    <Table
      caption={words.givenCaption}
      captionHidden
      columns={[{ heading: words.organisation }, { heading: words.tasks, numeric: true }]}
      rows={counts.map(({ name, count }) => [name, String(count)])}
    />
  );
}

/** What an open place says of itself: the heading of its part, or the words of its item. */
export function nameOfPlace({ part, item, section }: OpenPlace): string {
  return item?.text ?? part.heading ?? part.assignee?.unit ?? part.items[0]?.text ?? section.heading;
}

function OpenFields({
  frame,
  organisations,
  place,
  errors = [],
}: WorkPageProps & { place: OpenPlace }): VNode {
  const words = messages[frame.language].work;
  const field = `chu_tri.${place.id}`;
  return (
    <fieldset class="plan-item-boxes">
      <legend lang="vi">{nameOfPlace(place)}</legend>
      {place.item === null && (
        <ul class="small" lang="vi">
          {place.part.items.map((item) => (
            <li key={item.id}>{item.text}</li>
          ))}
        </ul>
      )}
      <Select
        id={field}
        label={words.lead}
        placeholder={words.leadNone}
        value={place.leadId ?? ''}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        error={errors.find((error) => error.field === field)?.message}
      />
      <Checkbox id={`cung_lam.${place.id}`} label={words.together} checked={place.together} />
    </fieldset>
  );
}
