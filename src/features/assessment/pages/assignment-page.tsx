import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatDate } from '../../../domain/text/index.ts';
import type { OrganisationId } from '../../../platform/database/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { messages } from '../messages.ts';
import { assignmentPath } from '../paths.ts';
import type { Cycle } from '../queries.ts';
import type { TypedAssignment } from '../schema.ts';
import { criterionName } from '../wording.ts';
import { crumbs, type PageFrame, UnitPage } from './frame.tsx';

export interface AssignmentPageProps {
  readonly frame: PageFrame;
  readonly cycle: Cycle;
  readonly standard: Standard;
  readonly organisations: readonly { readonly id: OrganisationId; readonly name: string }[];
  readonly typed?: readonly TypedAssignment[];
  readonly errors?: readonly FieldError[];
  readonly done?: string;
}

/** Owner and due date of every criterion in one form. */
export function AssignmentPage(props: AssignmentPageProps): VNode {
  const { frame, cycle, standard, errors = [] } = props;
  const { language } = frame;
  const words = messages[language].assignPage;
  return (
    <UnitPage
      frame={frame}
      unit={cycle.unit}
      title={words.title}
      errors={errors}
      crumbs={crumbs(cycle.unit, language, cycle.year, [{ label: messages[language].home.assign }])}
    >
      <Card>
        <h1>{words.title}</h1>
        {props.done && (
          <Note kind="go" announced>
            <p>{props.done}</p>
          </Note>
        )}
        <p>{words.intro}</p>
        <form method="post" action={assignmentPath(cycle.unit.code, cycle.year)}>
          {cycle.criteria.map((criterion) => {
            const { number } = criterion;
            const typed = props.typed?.find((candidate) => candidate.number === number);
            return (
              <section key={number} class="form-part">
                <h2>
                  {number}. {criterionName(standard, number, language)}
                </h2>
                {criterion.state === 'accepted' ? (
                  <p class="muted">
                    {criterion.organisationName} · {formatDate(criterion.dueDate)} · {words.acceptedLocked}
                  </p>
                ) : (
                  <Columns layout="two">
                    <Select
                      id={`don_vi.${number}`}
                      label={words.organisation(number)}
                      value={typed?.organisationId ?? criterion.organisationId}
                      options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))}
                    />
                    <Field
                      id={`han.${number}`}
                      kind="date"
                      label={words.due(number)}
                      hint={words.dueHint}
                      value={typed?.due ?? formatDate(criterion.dueDate)}
                      error={errors.find(({ field }) => field === `han.${number}`)?.message}
                    />
                  </Columns>
                )}
              </section>
            );
          })}
          <Button>{words.save}</Button>
        </form>
      </Card>
    </UnitPage>
  );
}
