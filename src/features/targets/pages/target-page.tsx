import type { VNode } from 'preact';
import { periodName, periodsOf } from '../../../domain/calendar/index.ts';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { Language } from '../../../ui/language.ts';
import { cyclePath } from '../../assessment/index.ts';
import type { Organisation } from '../../people/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { MeasuredTarget } from '../measured-target.ts';
import { messages } from '../messages.ts';
import { targetPath, targetsPath } from '../paths.ts';
import type { Target, TargetValue } from '../queries.ts';
import type { TargetFaults } from '../schema.ts';
import { goalInWords, numberInWords, reachedInWords, shownVerdict, TAG_OF_VERDICT } from '../wording.ts';
import { TargetForm } from './target-form.tsx';

export interface TargetPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly measured: MeasuredTarget;
  readonly values: readonly TargetValue[];
  readonly standard: Standard;
  readonly organisations: readonly Organisation[];
  readonly maySet: boolean;
  readonly mayRecord: boolean;
  /** What was typed into one of the forms and could not be taken. */
  readonly refused?: {
    readonly form: 'target' | 'value' | 'close';
    readonly typed: Readonly<Record<string, string>>;
    readonly faults: TargetFaults;
    readonly conflict?: boolean;
  };
  readonly done?: string | undefined;
}

/** One target: what it wants, what was reached, its figures, and who answers for it. */
export function TargetPage(props: TargetPageProps): VNode {
  const { frame, unit, measured, refused } = props;
  const { target } = measured;
  const { language } = frame;
  const words = messages[language];
  const faults = refused?.faults ?? {};
  const errors = Object.entries(faults).map(([field, fault]) => ({ field, message: words.faults[fault] }));
  const open = target.state === 'open';
  const path = targetPath(unit.code, target.id);
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={target.text}
      crumbs={[
        { label: words.listTitle(target.year), href: targetsPath(unit.code, target.year) },
        { label: words.title },
      ]}
      errors={errors}
    >
      {props.done && <Note kind="go" title={props.done} announced />}
      {refused?.conflict && (
        <Note kind="wait" title={words.conflict} announced>
          <p>
            <a href={path}>{words.reopen}</a>
          </p>
        </Note>
      )}
      <Columns layout="main-aside">
        <div>
          <Card>
            <h1>{target.text}</h1>
            <p>
              <Tag kind={TAG_OF_VERDICT[shownVerdict(measured)]}>
                {words.verdicts[shownVerdict(measured)]}
              </Tag>
            </p>
            {target.closedReason !== null && <p>{words.closed(target.closedReason)}</p>}
            <SummaryList
              rows={[
                { term: words.columns.goal, value: goalInWords(target, language) },
                { term: words.columns.reached, value: reachedInWords(measured, language) },
                { term: words.columns.owner, value: target.ownerName ?? words.noOwner },
                { term: words.fields.criteria, value: target.criteria.join(', ') || '–' },
                target.planTitle === null
                  ? { term: words.besidePlan, value: '–' }
                  : { term: words.fromPlan, value: target.planTitle },
              ]}
            />
          </Card>
          {target.measuredBy === 'own' ? (
            <Card title={words.valuesTitle}>
              <Values language={language} target={target} values={props.values} />
            </Card>
          ) : (
            <Note title={words.fromCycle(measureInWords(props.standard, target, language))}>
              <p>
                <a href={cyclePath(unit.code, target.year)}>{words.toCycle}</a>
              </p>
            </Note>
          )}
        </div>
        <aside>
          {open && props.mayRecord && target.measuredBy === 'own' && (
            <Card title={words.recordTitle} id="ghi-so-lieu">
              <RecordForm {...props} />
            </Card>
          )}
        </aside>
      </Columns>
      {open && props.maySet && (
        <Card title={words.settings}>
          <Details summary={words.settings} open={refused?.form === 'target'}>
            <TargetForm
              language={language}
              action={path}
              values={refused?.form === 'target' ? refused.typed : valuesOf(target)}
              faults={refused?.form === 'target' ? faults : {}}
              organisations={props.organisations}
              standard={props.standard}
            />
          </Details>
          <Details summary={words.closeTitle} open={refused?.form === 'close'}>
            <form method="post" action={`${path}/ket-thuc`}>
              <TextArea
                id="ly_do"
                rows={2}
                label={words.closeReason}
                value={refused?.form === 'close' ? refused.typed.ly_do : ''}
                error={refused?.form === 'close' && faults.ly_do ? words.faults[faults.ly_do] : undefined}
              />
              <ButtonRow>
                <Button kind="danger">{words.close}</Button>
              </ButtonRow>
            </form>
          </Details>
        </Card>
      )}
    </UnitWorkPage>
  );
}

function RecordForm({ frame: { language }, unit, measured: { target }, refused }: TargetPageProps): VNode {
  const words = messages[language];
  const own = refused?.form === 'value' ? refused : null;
  const at = (id: string) => ({
    id,
    value: own?.typed[id] ?? '',
    error: own?.faults[id] === undefined ? undefined : words.faults[own.faults[id]],
  });
  const periods = (['year', 'half_year', 'quarter', 'month'] as const).flatMap((kind) =>
    periodsOf(target.year, kind),
  );
  return (
    <form method="post" action={`${targetPath(unit.code, target.id)}/so-lieu`}>
      <Select
        {...at('ky')}
        label={words.record.period}
        options={periods.map((value) => ({ value, label: periodName(value, language) }))}
      />
      <Field {...at('so_lieu')} kind="decimal" label={words.record.value} hint={words.record.valueHint} />
      <Field {...at('tong_so')} kind="decimal" label={words.record.whole} />
      <TextArea {...at('ghi_chu')} rows={2} label={words.record.note} />
      <ButtonRow>
        <Button>{words.record.submit}</Button>
      </ButtonRow>
    </form>
  );
}

function Values(props: {
  readonly language: Language;
  readonly target: Target;
  readonly values: readonly TargetValue[];
}): VNode {
  const { language, values } = props;
  const words = messages[language];
  if (values.length === 0) return <p>{words.noValues}</p>;
  return (
    <Table
      caption={words.valuesTitle}
      captionHidden
      columns={[
        { heading: words.valueColumns.period },
        { heading: words.valueColumns.value, numeric: true },
        { heading: words.valueColumns.note },
        { heading: words.valueColumns.by },
      ]}
      rows={values.map(({ period, value, whole, note, personName, recordedAt }) => [
        periodName(period, language),
        whole === null
          ? numberInWords(value, language)
          : words.goalOf(numberInWords(value, language), numberInWords(whole, language)),
        note ?? '–',
        `${personName}, ${formatInstant(recordedAt)}`,
      ])}
    />
  );
}

function measureInWords(standard: Standard, { measuredBy, measure }: Target, language: Language): string {
  const words = messages[language];
  if (measuredBy === 'input') {
    const input = standard.inputs[measure ?? ''];
    return words.fields.input((language === 'vi' ? input?.label : input?.labelEn) ?? measure ?? '');
  }
  const indicator = standard.criteria
    .flatMap(({ indicators }) => indicators)
    .find(({ code }) => code === measure);
  return words.fields.indicator(
    measure ?? '',
    (language === 'vi' ? indicator?.statement : indicator?.statementEn) ?? '',
  );
}

/** A stored target as its form shows it. */
function valuesOf(target: Target): Record<string, string> {
  const number = (value: number | null) => (value === null ? '' : numberInWords(value, 'vi'));
  return {
    noi_dung: target.text,
    muc: target.operator,
    gia_tri: number(target.value),
    tren_tong: number(target.of),
    don_vi_tinh: target.unit ?? '',
    nam_truoc: number(target.baseline),
    to_chuc: target.ownerId ?? '',
    tieu_chi: target.criteria.join(', '),
    do_bang: target.measuredBy === 'own' ? 'own' : `${target.measuredBy}:${target.measure}`,
    lan_sua: String(target.revision),
  };
}
