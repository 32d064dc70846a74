import type { VNode } from 'preact';
import { shareOnTime } from '../../../domain/task/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import type { UnitAtWork, WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { loadPath, taskListPath, tasksPath } from '../paths.ts';
import type { Load } from '../queries/load.ts';
import type { ListQuery } from '../schema.ts';
import { TasksFrame } from './frame.tsx';

export interface LoadPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly year: number;
  readonly load: readonly Load[];
  readonly mayPlan: boolean;
  /** What reminding came to. */
  readonly reminded?: { readonly tasks: number; readonly withoutPeople: number } | undefined;
}

const counted = [
  ['open', 'dang_lam'],
  ['dueSoon', 'sap_den_han'],
  ['late', 'qua_han'],
  ['returned', 'tra_lai'],
  ['reported', 'cho_duyet'],
  ['done', 'hoan_thanh'],
] as const satisfies readonly (readonly [keyof Load, ListQuery['trang_thai']])[];

/** Every organisation's load and lateness; each number opens its list. */
export function LoadPage(props: LoadPageProps): VNode {
  const { frame, unit, year, load, mayPlan, reminded } = props;
  const { language } = frame;
  const words = messages[language].load;
  const title = words.title(year);
  const late = load.some((one) => one.late + one.returned > 0);
  return (
    <TasksFrame frame={frame} unit={unit} part="load" year={year} title={title}>
      {reminded && <Reminded language={language} reminded={reminded} />}
      <Card>
        <h1>{title}</h1>
        <ButtonRow>
          {mayPlan && late && (
            <form method="post" action={`${tasksPath(unit.code)}/tong-hop/nhac?nam=${year}`}>
              <Button>{words.remindAll}</Button>
            </form>
          )}
          <Button kind="quiet" href={loadPath(unit.code, year - 1)}>
            {words.previousYear}
          </Button>
          <Button kind="quiet" href={loadPath(unit.code, year + 1)}>
            {words.nextYear}
          </Button>
        </ButtonRow>
        {load.length === 0 ? (
          <EmptyState title={words.empty(year)}>{words.emptyHint}</EmptyState>
        ) : (
          <>
            <p>{words.intro}</p>
            <LoadTable {...props} />
            <p class="small muted">{words.onTimeNote}</p>
          </>
        )}
      </Card>
    </TasksFrame>
  );
}

function Reminded({
  language,
  reminded,
}: {
  language: Language;
  reminded: { readonly tasks: number; readonly withoutPeople: number };
}): VNode {
  const words = messages[language].load;
  const { tasks, withoutPeople } = reminded;
  return (
    <Note kind={withoutPeople > 0 ? 'wait' : 'go'} announced>
      <p>{tasks + withoutPeople === 0 ? words.nothingLate : words.reminded(tasks)}</p>
      {withoutPeople > 0 && <p>{words.withoutPeople(withoutPeople)}</p>}
    </Note>
  );
}

function LoadTable({ frame, unit, year, load, mayPlan }: LoadPageProps): VNode {
  const { language } = frame;
  const words = messages[language].load;
  const number = (value: number) => formatNumber(value, language);
  const count = (value: number, state: ListQuery['trang_thai'], organisation?: string) =>
    value === 0 ? (
      number(0)
    ) : (
      <a
        href={taskListPath(unit.code, {
          nam: year,
          trang_thai: state,
          ...(organisation === undefined ? {} : { to_chuc: organisation, vai: 'chu_tri' }),
        })}
      >
        {number(value)}
      </a>
    );
  const onTime = (one: Pick<Load, 'onTime' | 'judged'>) => {
    const share = shareOnTime(one.onTime, one.judged);
    return share === null
      ? words.notJudged
      : words.onTime(number(share), number(one.onTime), number(one.judged));
  };
  const sum = (key: Exclude<keyof Load, 'id' | 'name'>) => load.reduce((total, one) => total + one[key], 0);
  const { columns } = words;
  return (
    <Table
      caption={words.caption}
      captionHidden
      columns={[
        { heading: columns.organisation },
        ...counted.map(([key]) => ({ heading: columns[key], numeric: true })),
        { heading: columns.onTime, numeric: true },
        ...(mayPlan ? [{ heading: columns.remind }] : []),
      ]}
      rows={[
        ...load.map((one) => [
          one.name,
          ...counted.map(([key, state]) => count(one[key], state, one.id)),
          onTime(one),
          ...(mayPlan
            ? [
                one.late + one.returned > 0 ? (
                  <form
                    key="remind"
                    method="post"
                    action={`${tasksPath(unit.code)}/tong-hop/nhac?nam=${year}&to_chuc=${one.id}`}
                  >
                    <Button kind="quiet">
                      {words.remind}
                      <span class="visually-hidden">: {words.remindWhom(one.name)}</span>
                    </Button>
                  </form>
                ) : (
                  '–'
                ),
              ]
            : []),
        ]),
        [
          <b key="total">{words.total}</b>,
          ...counted.map(([key, state]) => count(sum(key), state)),
          onTime({ onTime: sum('onTime'), judged: sum('judged') }),
          ...(mayPlan ? ['–'] : []),
        ],
      ]}
    />
  );
}
