import type { VNode } from 'preact';
import { type ArchivePlan, tooLarge } from '../../../domain/evidence/index.ts';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatFileSize, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { libraryPath } from '../../evidence/index.ts';
import { checkPath } from '../../evidence-check/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { titleOutside } from '../archive-index.ts';
import { messages } from '../messages.ts';
import { type ArchiveChoice, archivePagePath, archiveZipPath } from '../paths.ts';
import type { ChoiceReading } from '../schema.ts';

export interface ArchivePageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly choice: ArchiveChoice;
  /** The years as they were typed, and what is wrong with them. */
  readonly typed: ChoiceReading['typed'];
  readonly faults: ChoiceReading['faults'];
  readonly plan: ArchivePlan;
  readonly standard: Standard;
}

const MOST_LEFT_OUT_SHOWN = 100;

/** What the file of the year will hold, how large it is, and what is left out and why. */
export function ArchivePage(props: ArchivePageProps): VNode {
  const { frame, unit, choice, plan } = props;
  const { language } = frame;
  const words = messages[language];
  const title = words.title(choice.first, choice.last);
  const fault = tooLarge(plan);
  const errors = Object.entries(props.faults).map(([field, one]) => ({ field, message: words.faults[one] }));
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      crumbs={[{ label: words.library, href: libraryPath(unit.code) }, { label: words.crumb }]}
      errors={errors.length === 0 ? undefined : errors}
    >
      <Columns layout="main-aside">
        <div>
          <Card>
            <h1>{title}</h1>
            <p>{words.intro}</p>
            {plan.included.length === 0 ? (
              <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
            ) : (
              <>
                <p>
                  <b>
                    {words.summary(
                      formatNumber(plan.included.length, language),
                      formatFileSize(plan.size, language),
                    )}
                  </b>{' '}
                  {words.twice}
                </p>
                {fault === null ? (
                  <ButtonRow>
                    <Button href={archiveZipPath(unit.code, choice)}>{words.take}</Button>
                  </ButtonRow>
                ) : (
                  <Note kind="stop" title={words.tooLarge[fault]}>
                    <p>{words.tooLargeHint}</p>
                  </Note>
                )}
                <Table
                  caption={words.caption}
                  columns={[
                    { heading: words.columns.criterion },
                    { heading: words.columns.files, numeric: true },
                    { heading: words.columns.size, numeric: true },
                  ]}
                  rows={byCriterion(plan).map(({ year, criterion, files, size }) => [
                    words.criterion(year, criterion),
                    formatNumber(files, language),
                    formatFileSize(size, language),
                  ])}
                />
                <p class="small muted">
                  {words.verify} <code>mang-non evidence verify …</code>
                </p>
              </>
            )}
            <p>
              <a href={checkPath(unit.code, choice.last)}>{words.check}</a>
            </p>
          </Card>
          {plan.leftOut.length > 0 && <LeftOutCard {...props} />}
        </div>
        <ChoiceForm {...props} />
      </Columns>
    </UnitWorkPage>
  );
}

function LeftOutCard({ frame, plan }: ArchivePageProps): VNode {
  const words = messages[frame.language];
  const rest = plan.leftOut.length - MOST_LEFT_OUT_SHOWN;
  return (
    <Card
      title={words.leftOut(new Set(plan.leftOut.map(({ use }) => use.evidenceId)).size)}
      id="khong-dua-vao"
    >
      <Table
        caption={words.leftOutCaption}
        captionHidden
        columns={[
          { heading: words.leftOutColumns.evidence },
          { heading: words.leftOutColumns.indicator },
          { heading: words.leftOutColumns.because },
        ]}
        rows={plan.leftOut
          .slice(0, MOST_LEFT_OUT_SHOWN)
          .map(({ use, because }) => [
            titleOutside(use),
            `${use.indicator} (${use.year})`,
            words.reasons[because],
          ])}
      />
      {rest > 0 && <p>{words.more(rest)}</p>}
    </Card>
  );
}

function ChoiceForm({ frame, unit, choice, standard, ...props }: ArchivePageProps): VNode {
  const words = messages[frame.language];
  const box = (id: 'tu' | 'den') => {
    const fault = props.faults[id];
    return {
      id,
      value: props.typed[id],
      error: fault === undefined ? undefined : words.faults[fault],
      kind: 'figure' as const,
      width: 'short' as const,
    };
  };
  return (
    <Card title={words.choose} id="chon">
      <form
        method="get"
        action={archivePagePath(unit.code, { first: choice.last, last: choice.last, criteria: [] })}
      >
        <Field {...box('tu')} label={words.from} />
        <Field {...box('den')} label={words.until} />
        <fieldset>
          <legend>{words.criteria}</legend>
          <p class="hint">{words.criteriaHint}</p>
          {standard.criteria.map(({ number, name, nameEn }) => (
            <Checkbox
              key={number}
              id={`tieu-chi-${number}`}
              name="tieu_chi"
              value={String(number)}
              label={words.criterionName(number, frame.language === 'vi' ? name : nameEn)}
              checked={choice.criteria.includes(number)}
            />
          ))}
        </fieldset>
        <ButtonRow>
          <Button kind="plain">{words.show}</Button>
        </ButtonRow>
      </form>
    </Card>
  );
}

function byCriterion({ included }: ArchivePlan) {
  const found = new Map<string, { year: number; criterion: number; files: number; size: number }>();
  for (const { use, content } of included) {
    const key = `${use.year} ${use.criterion}`;
    const one = found.get(key) ?? { year: use.year, criterion: use.criterion, files: 0, size: 0 };
    found.set(key, { ...one, files: one.files + 1, size: one.size + content.size });
  }
  return [...found.values()];
}
