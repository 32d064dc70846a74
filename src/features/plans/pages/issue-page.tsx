import type { VNode } from 'preact';
import type { PlanFault } from '../../../domain/plan/index.ts';
import { formatDate } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import type { WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { planPath } from '../paths.ts';
import type { Plan } from '../queries.ts';
import { ChecksCard } from './checks-card.tsx';
import { BelowDraft } from './draft-frame.tsx';

/** Number and date of a plan that has been signed. */
export function IssuePage(props: {
  readonly frame: WorkFrame;
  readonly plan: Plan;
  readonly mayPlan: boolean;
  /** Whether it is still open who does something. */
  readonly unitsOpen: boolean;
  readonly faults: readonly PlanFault[];
  readonly typed?: { readonly so: string; readonly ngay: string };
  readonly errors?: readonly FieldError[];
}): VNode {
  const { frame, plan, typed, errors = [] } = props;
  const { language } = frame;
  const words = messages[language];
  const path = planPath(plan.unit.code, plan.id);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  return (
    <BelowDraft frame={frame} draft={plan} title={words.issue.title} errors={errors}>
      <div class="narrow">
        <Card>
          <h1>{words.issue.title}</h1>
          <p lang="vi">
            <b>{plan.title}</b>
          </p>
          <p>{words.issue.intro}</p>
          {plan.origin === 'amendment' && plan.basedOn && (
            <p>
              {words.issue.replaces}{' '}
              <a href={planPath(plan.unit.code, plan.basedOn.id)} lang="vi">
                {plan.basedOn.title}
              </a>
            </p>
          )}
          {props.unitsOpen && (
            <Note kind="wait" title={words.issue.stillOpen}>
              {props.mayPlan && (
                <p>
                  <a href={`${path}/giao-viec`}>{words.issue.chooseUnits}</a>
                </p>
              )}
            </Note>
          )}
          <form method="post" action={`${path}/ban-hanh`}>
            <input type="hidden" name="lan_sua" value={plan.revision} />
            <Field
              id="so"
              width="short"
              label={words.issue.number}
              hint={words.issue.numberHint(plan.content.symbol)}
              unit={`/${plan.content.symbol}`}
              value={typed?.so ?? plan.number ?? ''}
              error={errorOf('so')}
            />
            <Field
              id="ngay"
              kind="date"
              label={words.issue.date}
              hint={words.issue.dateHint}
              value={typed?.ngay ?? (plan.issuedOn === null ? '' : formatDate(plan.issuedOn))}
              error={errorOf('ngay')}
            />
            <ButtonRow>
              <Button>{words.issue.submit}</Button>
              <a href={path}>{words.edit.back}</a>
            </ButtonRow>
          </form>
        </Card>
        <ChecksCard language={language} plan={plan} faults={props.faults} mayChange={props.mayPlan} />
      </div>
    </BelowDraft>
  );
}
