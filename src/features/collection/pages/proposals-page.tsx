import type { VNode } from 'preact';
import { periodName } from '../../../domain/calendar/index.ts';
import { levelName, type ProposedRound } from '../../../domain/collection/index.ts';
import { formatDate, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { messages } from '../messages.ts';
import { proposedRoundsPath, roundPath } from '../paths.ts';
import type { ListedRound } from '../queries/rounds.ts';
import { type Fields, proposalKey, type RoundFaults } from '../schema.ts';
import { proposedTitle } from '../wording.ts';
import { type CollectionFrame, CollectionPage } from './frame.tsx';

export interface ProposalsPageProps extends CollectionFrame {
  readonly proposals: readonly ProposedRound[];
  /** The rounds that are there: what they ask for is not proposed again. */
  readonly rounds: readonly ListedRound[];
  /** Nobody owns the criteria of the year yet: organisations cannot be asked. */
  readonly withoutOwners: boolean;
  /** What was typed; absent on the first look. */
  readonly typed?: Fields | undefined;
  readonly faults: RoundFaults;
  readonly nothingChosen?: boolean;
}

/** The rounds that the standard suggests for a year, each to be changed or left out. */
export function ProposalsPage(props: ProposalsPageProps): VNode {
  const { frame, unit, year, rounds, proposals, typed, faults } = props;
  const { language } = frame;
  const words = messages[language];
  const title = words.propose.title(year);
  const sameAs = ({ level, period }: ProposedRound) =>
    rounds.filter((round) => round.level === level && round.period === period);
  const open = proposals.filter(
    (one) => sameAs(one).length === 0 && !(one.level === 'organisation' && props.withoutOwners),
  );
  const there = proposals.flatMap(sameAs);
  const lineOf = ({ level, period, items }: ProposedRound): string =>
    words.propose.line(
      levelName(level, language),
      periodName(period, language),
      formatNumber(items.length, language),
    );
  return (
    <CollectionPage
      {...props}
      title={title}
      errors={[
        ...(props.nothingChosen ? [{ message: words.propose.nothingChosen }] : []),
        ...Object.entries(faults).map(([field, fault]) => ({ field, message: words.faults[fault] })),
      ]}
    >
      <Card>
        <h1>{title}</h1>
        <p>{words.propose.hint}</p>
        {props.withoutOwners && (
          <Note kind="wait">
            <p>{words.noOwners(year)}</p>
          </Note>
        )}
        {there.length > 0 && (
          <>
            <p>{words.propose.exists}</p>
            <ul>
              {there.map((round) => (
                <li key={round.id}>
                  <a href={roundPath(unit.code, round.id)}>{round.title}</a>
                </li>
              ))}
            </ul>
          </>
        )}
        {open.length > 0 && (
          <form method="post" action={proposedRoundsPath(unit.code, year)}>
            {open.map((proposal) => {
              const key = proposalKey(proposal);
              const box = (name: string, proposed: string) => ({
                id: `${name}.${key}`,
                value: typed === undefined ? proposed : (typed[`${name}.${key}`] ?? ''),
                error:
                  faults[`${name}.${key}`] === undefined
                    ? undefined
                    : words.faults[faults[`${name}.${key}`]!],
              });
              return (
                <fieldset key={key} class="field">
                  <legend>{lineOf(proposal)}</legend>
                  <Checkbox
                    id={`tao.${key}`}
                    label={words.list.add}
                    checked={typed === undefined || typed[`tao.${key}`] !== undefined}
                  />
                  <Columns layout="three">
                    <Field
                      {...box('tieu_de', proposedTitle(proposal.level, proposal.period))}
                      label={words.form.title}
                      width="full"
                    />
                    <Field
                      {...box('ngay_chot', formatDate(proposal.cutOff))}
                      kind="date"
                      label={words.form.cutOff}
                    />
                    <Field
                      {...box('han_nop', formatDate(proposal.dueDate))}
                      kind="date"
                      label={words.form.due}
                    />
                  </Columns>
                </fieldset>
              );
            })}
            <ButtonRow>
              <Button>{words.propose.create}</Button>
            </ButtonRow>
          </form>
        )}
      </Card>
    </CollectionPage>
  );
}
