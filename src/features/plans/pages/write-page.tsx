import type { VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { PlanToWriteFrom } from '../list-queries.ts';
import { messages } from '../messages.ts';
import { plansPath, writePlanPath } from '../paths.ts';

/** What the boxes of the form that begins a plan hold. */
export interface TypedBeginning {
  readonly nam: string;
  readonly cach: string;
  readonly chu_de: string;
  readonly tu_nam_truoc: string;
  readonly tu_cap_tren: string;
}

/** How a new plan begins: blank, from last year's, or from the superior's. */
export function WritePage(props: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly plans: readonly PlanToWriteFrom[];
  readonly typed: TypedBeginning;
  readonly errors?: readonly FieldError[];
}): VNode {
  const { frame, unit, plans, typed, errors = [] } = props;
  const words = messages[frame.language];
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const choice = (
    field: 'tu_nam_truoc' | 'tu_cap_tren',
    label: string,
    standing: PlanToWriteFrom['standing'],
  ) => {
    const options = plans
      .filter((plan) => plan.standing === standing)
      .map(({ id, year, title }) => ({ value: id, label: `${year}: ${title.slice(0, 90)}` }));
    return options.length === 0 ? (
      <p class="muted">{words.write.noPlan}</p>
    ) : (
      <Select
        id={field}
        label={label}
        placeholder={words.write.choose}
        value={typed[field]}
        options={options}
        error={errorOf(field)}
      />
    );
  };
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.write.title}
      errors={errors}
      crumbs={[{ label: words.plans, href: plansPath(unit.code) }, { label: words.write.title }]}
    >
      <div class="narrow">
        <Card>
          <h1>{words.write.title}</h1>
          <p>{words.write.intro}</p>
          <form method="post" action={writePlanPath(unit.code)}>
            <Field id="nam" kind="figure" label={words.write.year} value={typed.nam} error={errorOf('nam')} />
            <Radios
              id="cach"
              label={words.write.way}
              value={typed.cach}
              error={errorOf('cach')}
              choices={[
                {
                  value: 'blank',
                  label: words.write.blank,
                  revealed: (
                    <Select
                      id="chu_de"
                      label={words.write.subject}
                      value={typed.chu_de}
                      options={(['child_friendly', 'children_work'] as const).map((subject) => ({
                        value: subject,
                        label: words.write.subjects[subject],
                      }))}
                    />
                  ),
                },
                {
                  value: 'last_year',
                  label: words.write.lastYear,
                  hint: words.write.lastYearHint,
                  revealed: choice('tu_nam_truoc', words.write.lastYearFrom, 'own'),
                },
                {
                  value: 'superior',
                  label: words.write.superior,
                  hint: words.write.superiorHint,
                  revealed: choice('tu_cap_tren', words.write.superiorFrom, 'superior'),
                },
              ]}
            />
            <ButtonRow>
              <Button>{words.write.next}</Button>
              <a href={plansPath(unit.code)}>{words.plans}</a>
            </ButtonRow>
          </form>
        </Card>
      </div>
    </UnitWorkPage>
  );
}
