import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatDate } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { commitmentFilePath, commitmentPath, commitmentsPath } from '../paths.ts';
import type { Village } from '../queries.ts';
import type { CommitmentFaults } from '../schema.ts';

export interface VillagePageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly village: Village;
  readonly standard: Standard;
  readonly mayRecord: boolean;
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: CommitmentFaults;
  readonly done?: string | undefined;
}

/** What one village promised for a year, with the paper, and the form that records it. */
export function VillagePage(props: VillagePageProps): VNode {
  const { frame, unit, year, village, standard, typed, faults = {} } = props;
  const { language } = frame;
  const words = messages[language];
  const { commitment } = village;
  const title = words.recordTitle(`${village.type} ${village.name}`, year);
  const nameOf = (number: number) => {
    const criterion = standard.criteria.find((candidate) => candidate.number === number);
    return words.criterion(number, (language === 'vi' ? criterion?.name : criterion?.nameEn) ?? '');
  };
  const errorAt = (field: string) => (faults[field] === undefined ? undefined : words.faults[faults[field]]);
  const numbers = standard.criteria.map(({ number }) => number);
  const isTicked = (number: number) =>
    typed !== undefined
      ? typed[`tieu_chi.${number}`] !== undefined
      : commitment === null || commitment.criteria.includes(number);
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      crumbs={[{ label: words.title, href: commitmentsPath(unit.code, year) }, { label: village.name }]}
      errors={Object.entries(faults).map(([field, fault]) => ({ field, message: words.faults[fault] }))}
    >
      {props.done && <Note kind="go" title={props.done} announced />}
      <div class="narrow">
        <Card>
          <h1>{title}</h1>
          {commitment?.fileId && (
            <p>
              <a href={commitmentFilePath(unit.code, village.id, year)}>{words.fileNow}</a>
            </p>
          )}
          {props.mayRecord ? (
            <form
              method="post"
              encType="multipart/form-data"
              action={commitmentPath(unit.code, village.id, year)}
            >
              <Field
                id="ngay_ky"
                kind="date"
                label={words.signedOn}
                hint={words.signedOnHint}
                value={typed?.ngay_ky ?? (commitment === null ? '' : formatDate(commitment.signedOn))}
                error={errorAt('ngay_ky')}
              />
              <Field
                id="nguoi_ky"
                label={words.signedBy}
                hint={words.signedByHint}
                value={typed?.nguoi_ky ?? commitment?.signedBy ?? ''}
                error={errorAt('nguoi_ky')}
              />
              <fieldset>
                <legend>{words.criteriaLegend}</legend>
                {numbers.map((number) => (
                  <Checkbox
                    key={number}
                    id={`tieu_chi.${number}`}
                    label={nameOf(number)}
                    checked={isTicked(number)}
                    error={errorAt(`tieu_chi.${number}`)}
                  />
                ))}
              </fieldset>
              <Field
                id="tep"
                kind="file"
                accept=".pdf,.jpg,.jpeg,.png,.webp"
                label={words.file}
                hint={words.fileHint}
                error={errorAt('tep')}
              />
              <ButtonRow>
                <Button>{words.save}</Button>
              </ButtonRow>
            </form>
          ) : (
            <SummaryList
              rows={[
                {
                  term: words.signedOn,
                  value: commitment === null ? words.notSigned : formatDate(commitment.signedOn),
                },
                { term: words.signedBy, value: commitment?.signedBy ?? '–' },
                { term: words.columns.criteria, value: commitment?.criteria.join(', ') ?? '–' },
              ]}
            />
          )}
        </Card>
        {props.mayRecord && commitment !== null && (
          <Details summary={words.more}>
            <form method="post" action={`${commitmentsPath(unit.code)}/${village.id}/xoa?nam=${year}`}>
              <ButtonRow>
                <Button kind="danger">{words.remove}</Button>
              </ButtonRow>
            </form>
          </Details>
        )}
      </div>
    </UnitWorkPage>
  );
}
