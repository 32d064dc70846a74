import type { VNode } from 'preact';
import { type Item, itemLabel } from '../../../domain/collection/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { columnLetters } from '../../figures-file/index.ts';
import { messages } from '../messages.ts';
import type { Matching, WorkbookImport } from '../model.ts';
import { importPath, matchImportPath } from '../paths.ts';
import type { RoundToChoose } from '../queries/rounds.ts';
import type { ProposedColumn } from '../rules/match-columns.ts';
import { type MatchFault, textOfRole } from '../schema.ts';

export interface MatchingFormProps {
  readonly language: Language;
  readonly unitCode: string;
  readonly found: WorkbookImport;
  readonly matching: Matching;
  /** Which of the tables is shown, and its columns as they are matched for the round. */
  readonly table: number;
  readonly columns: readonly ProposedColumn[];
  readonly rounds: readonly RoundToChoose[];
  readonly round: string | null;
  readonly items: readonly Item[];
  readonly typed?: Readonly<Record<string, string>> | undefined;
  readonly faults?: Readonly<Record<string, MatchFault>> | undefined;
}

/** What each column of a foreign workbook is. First the round is chosen, which says what there is to choose from. */
export function MatchingForm(props: MatchingFormProps): VNode {
  const { language, unitCode, found, matching, typed = {}, faults = {} } = props;
  const words = messages[language].matching;
  const faultAt = (field: string) => {
    const fault = faults[field];
    return fault === undefined ? undefined : words[fault];
  };
  const roundOptions = props.rounds.map(({ id, title }) => ({ value: id, label: title }));
  const roles = [
    { value: 'noi', label: words.place },
    ...props.items.map((item) => ({ value: `so:${item.key}`, label: itemLabel(item, language) })),
  ];
  return (
    <Card title={words.title} id="ghep-cot">
      <p>{words.intro}</p>
      <form method="get" action={importPath(unitCode, found.id)}>
        {matching.tables.length > 1 && (
          <Select
            id="trang-so-tinh"
            name="trang"
            label={words.table}
            value={String(props.table)}
            options={matching.tables.map(({ name }, index) => ({ value: String(index), label: name }))}
          />
        )}
        <Select
          id="dot"
          label={words.round}
          placeholder={words.chooseRound}
          value={props.round ?? ''}
          options={roundOptions}
          error={faultAt('dot')}
        />
        <ButtonRow>
          <Button kind={props.round === null ? 'primary' : 'plain'}>{words.showRound}</Button>
        </ButtonRow>
      </form>
      {props.round !== null && (
        <form method="post" action={matchImportPath(unitCode, found.id)}>
          <input type="hidden" name="trang" value={String(props.table)} />
          <input type="hidden" name="dot" value={props.round} />
          {props.columns.map(({ column, heading, proposal, certain }) => (
            <Select
              key={column}
              id={`cot.${column}`}
              label={words.column(columnLetters(column), heading)}
              hint={proposal !== null && !certain ? words.doubtful : undefined}
              placeholder={words.leftOut}
              value={typed[`cot.${column}`] ?? textOfRole(proposal)}
              options={roles}
              error={faultAt(`cot.${column}`)}
            />
          ))}
          <ButtonRow>
            <Button>{words.send}</Button>
          </ButtonRow>
        </form>
      )}
    </Card>
  );
}
