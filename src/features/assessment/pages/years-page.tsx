import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { messages } from '../messages.ts';
import { cyclePath, cyclesPath } from '../paths.ts';
import type { CycleOfList, CycleUnit } from '../queries.ts';
import { crumbs, type PageFrame, UnitPage } from './frame.tsx';

export interface YearsPageProps {
  readonly frame: PageFrame;
  readonly unit: CycleUnit;
  readonly territoryClass: string;
  readonly classBasis: string;
  readonly cycles: readonly CycleOfList[];
  readonly standard: Standard;
  /** The form to open a year, for who may; with what was typed. */
  readonly open: { readonly year: string } | null;
  readonly errors?: readonly FieldError[];
}

const tagOfVerdict = { recognisable: 'go', not_recognisable: 'stop', incomplete: 'wait' } as const;

/** The self-assessments of a unit, year by year, and the form that opens another. */
export function YearsPage(props: YearsPageProps): VNode {
  const { frame, unit, cycles, standard, errors = [] } = props;
  const { language } = frame;
  const words = messages[language];
  const points = (value: number) => formatNumber(value, language);
  const threshold = standard.recognition.thresholds.find(
    (candidate) => candidate.class === props.territoryClass,
  );
  const list =
    cycles.length === 0 ? (
      <EmptyState title={words.years.empty}>{words.years.emptyHint}</EmptyState>
    ) : (
      <Table
        caption={words.years.caption}
        captionHidden
        columns={[
          { heading: words.years.columns.year },
          { heading: words.years.columns.verdict },
          { heading: words.years.columns.total, numeric: true },
          { heading: words.years.columns.threshold, numeric: true },
        ]}
        rows={cycles.map((cycle) => [
          <a key="year" href={cyclePath(unit.code, cycle.year)}>
            {words.year(cycle.year)}
          </a>,
          <Tag key="verdict" kind={tagOfVerdict[cycle.verdict]}>
            {words.verdicts[cycle.verdict]}
          </Tag>,
          cycle.total === null ? words.range(points(cycle.least), points(cycle.most)) : points(cycle.total),
          points(cycle.threshold),
        ])}
      />
    );
  return (
    <UnitPage
      frame={frame}
      unit={unit}
      title={words.years.title}
      crumbs={crumbs(unit, language)}
      errors={errors}
    >
      <Columns layout="main-aside">
        <Card>
          <h1>{words.years.title}</h1>
          {list}
        </Card>
        <aside>
          {props.open && (
            <Card title={words.years.openTitle} id="mo-ky">
              <form method="post" action={cyclesPath(unit.code)}>
                <Field
                  id="nam"
                  kind="figure"
                  label={words.years.yearLabel}
                  hint={words.years.yearHint}
                  value={props.open.year}
                  error={errors.find(({ field }) => field === 'nam')?.message}
                />
                <SummaryList
                  rows={[
                    { term: words.years.standard, value: standard.legalBasis.number },
                    {
                      term: words.years.classLabel,
                      value: language === 'vi' ? threshold?.statement : threshold?.statementEn,
                    },
                    { term: words.years.basis, value: props.classBasis },
                  ]}
                />
                <Button>{words.years.open}</Button>
              </form>
            </Card>
          )}
        </aside>
      </Columns>
    </UnitPage>
  );
}
