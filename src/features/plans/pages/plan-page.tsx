import type { VNode } from 'preact';
import type { PlanFault } from '../../../domain/plan/index.ts';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { SummaryList, type SummaryRow } from '../../../ui/components/SummaryList.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { targetsPath } from '../../targets/index.ts';
import { tasksPath } from '../../tasks/index.ts';
import { UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { framePath, planPath, plansPath, sectionPath, writePlanPath } from '../paths.ts';
import type { Plan } from '../queries.ts';
import { numberAndDate, stateTags } from '../wording.ts';
import { ChecksCard } from './checks-card.tsx';
import { ContentView } from './content-view.tsx';
import { NewSectionForm } from './new-section-form.tsx';
import { Done, FileFacts, RemoveForm } from './notice.tsx';

export interface PlanPageProps {
  readonly frame: WorkFrame;
  readonly plan: Plan;
  /** What the person may do with it. */
  readonly mayPlan: boolean;
  readonly mayIssue: boolean;
  readonly faults: readonly PlanFault[];
  readonly errors?: readonly FieldError[];
  readonly done?: readonly string[];
}

/** One plan: where it stands, what can be done, what is wrong with it, what it says. */
export function PlanPage(props: PlanPageProps): VNode {
  const { frame, plan, mayPlan, errors = [] } = props;
  const { language } = frame;
  const { unit } = plan;
  const words = messages[language];
  const path = planPath(unit.code, plan.id);
  const editable = mayPlan && plan.state === 'draft';
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={plan.title}
      errors={errors}
      crumbs={[
        { label: words.plans, href: plansPath(unit.code, plan.year) },
        { label: plan.title.length > 60 ? `${plan.title.slice(0, 60)}…` : plan.title },
      ]}
    >
      <h1 lang="vi">{plan.title || words.list.untitled}</h1>
      <p class="plan-facts">
        {stateTags(plan, language).map(({ kind, word }) => (
          <Tag key={word} kind={kind}>
            {word}
          </Tag>
        ))}
      </p>
      {props.done?.map((sentence) => (
        <Done key={sentence}>{sentence}</Done>
      ))}
      <NextSteps {...props} />
      <Columns layout="main-aside">
        <div>
          <Card title={words.plan.content} id="noi-dung-ke-hoach">
            {editable && (
              <p>
                <a href={framePath(unit.code, plan)}>{words.frame.title}</a>
              </p>
            )}
            <ContentView
              language={language}
              content={plan.content}
              sectionHref={editable ? (section) => sectionPath(unit.code, plan, section) : undefined}
            />
            {editable && <NewSectionForm language={language} action={`${path}/muc`} errors={errors} />}
          </Card>
        </div>
        <aside>
          <Card title={words.plan.overview} id="tong-quan">
            <SummaryList rows={factsOfPlan(props)} />
            <OtherDeeds {...props} />
          </Card>
          {plan.state === 'draft' && props.mayIssue && (
            <ChecksCard language={language} plan={plan} faults={props.faults} mayChange={mayPlan} />
          )}
        </aside>
      </Columns>
    </UnitWorkPage>
  );
}

function factsOfPlan({ frame, plan }: PlanPageProps): SummaryRow[] {
  const { language } = frame;
  const words = messages[language];
  const path = planPath(plan.unit.code, plan.id);
  return [
    { term: words.plan.standing, value: words.standings[plan.standing] },
    { term: words.plan.origin, value: words.origins[plan.origin] },
    ...(plan.basedOn
      ? [
          {
            term: words.plan.basedOn,
            value: (
              <a href={planPath(plan.unit.code, plan.basedOn.id)} lang="vi">
                {plan.basedOn.title || words.list.untitled}
              </a>
            ),
          },
        ]
      : []),
    ...(plan.replacedBy
      ? [
          {
            term: plan.replacedBy.state === 'draft' ? words.plan.amendmentDraft : words.plan.replacedBy,
            value: (
              <a href={planPath(plan.unit.code, plan.replacedBy.id)}>
                {plan.replacedBy.state === 'draft' ? words.plan.openAmendment : words.plan.openReplacement}
              </a>
            ),
          },
        ]
      : []),
    {
      term: words.plan.number,
      value: numberAndDate(
        { number: plan.number, symbol: plan.content.symbol, issuedOn: plan.issuedOn },
        language,
      ),
    },
    ...(plan.standing === 'own'
      ? [
          {
            term: words.plan.work,
            value:
              plan.putToWorkAt === null
                ? words.plan.notAtWork
                : words.plan.atWorkSince(formatInstant(plan.putToWorkAt)),
          },
        ]
      : []),
    ...(plan.docx && plan.pdf
      ? [
          {
            term: words.plan.signed,
            value: (
              <>
                <div>
                  <FileFacts file={plan.pdf} href={`${path}/van-ban.pdf`} language={language} />
                </div>
                <div>
                  <FileFacts file={plan.docx} href={`${path}/van-ban.docx`} language={language} />
                </div>
              </>
            ),
          },
        ]
      : []),
    ...(plan.sourceFile || plan.hasSourceText
      ? [
          {
            term: words.file.original,
            value: (
              <>
                {plan.sourceFile ? (
                  <FileFacts file={plan.sourceFile} href={`${path}/ban-goc/tep`} language={language} />
                ) : (
                  words.file.pasted
                )}
                <div>
                  <a href={`${path}/ban-goc`}>{words.file.text}</a>
                </div>
              </>
            ),
          },
        ]
      : []),
  ];
}

/** What is usually done next with a plan. */
function NextSteps({ frame, plan, mayPlan, mayIssue }: PlanPageProps): VNode | null {
  const words = messages[frame.language].plan;
  const path = planPath(plan.unit.code, plan.id);
  const own = plan.standing === 'own';
  const draft = plan.state === 'draft';
  if (!mayPlan && !(own && draft && mayIssue)) return null;
  return (
    <ButtonRow>
      {own && draft && mayIssue && <Button href={`${path}/ban-hanh`}>{words.issue}</Button>}
      {own && mayPlan && plan.state !== 'replaced' && (
        <Button kind="plain" href={`${path}/giao-viec`}>
          {plan.origin === 'amendment' && draft
            ? words.prepareWork
            : plan.putToWorkAt === null
              ? words.putToWork
              : words.workAgain}
        </Button>
      )}
      {!own && mayPlan && (
        <Button href={`${writePlanPath(plan.unit.code)}/tu/${plan.id}?nam=${plan.year}`}>
          {words.write}
        </Button>
      )}
    </ButtonRow>
  );
}

/** Everything else that can be done with a plan, or seen of it. */
function OtherDeeds({ frame, plan, mayPlan }: PlanPageProps): VNode {
  const words = messages[frame.language].plan;
  const path = planPath(plan.unit.code, plan.id);
  const own = plan.standing === 'own';
  return (
    <>
      <ul class="plain-list">
        <li>
          <a href={`${path}/xem-truoc`}>{words.preview}</a>
        </li>
        {own && !plan.docx && (
          <li>
            <a href={`${path}/van-ban.docx`}>{words.docx}</a> ·{' '}
            <a href={`${path}/van-ban.pdf`}>{words.pdf}</a>
          </li>
        )}
        <li>
          <a href={`${path}/lich-su`}>{words.history}</a>
        </li>
        {plan.putToWorkAt !== null && (
          <li>
            <a href={`${tasksPath(plan.unit.code)}?nam=${plan.year}`}>{words.tasks}</a> ·{' '}
            <a href={targetsPath(plan.unit.code, plan.year)}>{words.targets}</a>
          </li>
        )}
      </ul>
      {own && mayPlan && plan.state === 'issued' && plan.replacedBy === null && (
        <form method="post" action={`${path}/dieu-chinh`}>
          <p class="small muted">{words.amendHint}</p>
          <Button kind="plain">{words.amend}</Button>
        </form>
      )}
      {mayPlan && plan.state === 'draft' && plan.putToWorkAt === null && (
        <RemoveForm action={`${path}/xoa`} label={words.remove} hint={words.removeHint} />
      )}
    </>
  );
}
