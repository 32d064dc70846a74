import type { VNode } from 'preact';
import { formatDate } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import { activityPath, type Fields } from '../../activities/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { petitionPath, petitionsOfYearPath } from '../paths.ts';
import type { ActivityChoice, Petition, PetitionChoices } from '../queries.ts';
import type { PetitionFaults } from '../schema.ts';
import { errorsOf, TAG_OF_STATE } from '../wording.ts';
import { PetitionFields } from './petition-fields.tsx';

export interface PetitionPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly petition: Petition;
  readonly choices: PetitionChoices;
  readonly origins: readonly ActivityChoice[];
  /** What the forms hold: as stored, or as typed. */
  readonly values: Fields;
  readonly revision: number;
  readonly mayChange: boolean;
  readonly mayAnswer: boolean;
  readonly mayRemove: boolean;
  readonly faults: PetitionFaults;
  /** Which form was sent and not taken, so that it stands open. */
  readonly open: 'change' | 'answer' | null;
  readonly conflict: boolean;
  readonly done?: string | undefined;
}

/** One petition with its answer, and the forms for who may change or answer it. */
export function PetitionPage(props: PetitionPageProps): VNode {
  const { frame, unit, petition, values } = props;
  const { language } = frame;
  const words = messages[language];
  const errors = errorsOf(props.faults, language);
  const path = petitionPath(unit.code, petition.id);
  const day = (date: string | null) => (date === null ? '–' : formatDate(date));
  const errorOf = (id: string) => errors.find(({ field }) => field === id)?.message;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.title}
      errors={errors}
      crumbs={[
        { label: words.title, href: petitionsOfYearPath(unit.code, { year: petition.year }) },
        { label: petition.addressee },
      ]}
    >
      <h1>{words.title}</h1>
      {props.done && (
        <Note kind="go" announced>
          <p>{props.done}</p>
        </Note>
      )}
      {props.conflict && (
        <Note kind="stop" announced>
          <p>{words.page.conflict}</p>
        </Note>
      )}
      <Columns layout="two">
        <Card title={words.page.facts} id="noi-dung-kien-nghi">
          <p>
            <Tag kind={TAG_OF_STATE[petition.state]}>{words.states[petition.state]}</Tag>
          </p>
          <p>{petition.text}</p>
          <SummaryList
            rows={[
              { term: words.form.askedBy, value: petition.askedBy ?? '–' },
              {
                term: words.page.activity,
                value: <a href={activityPath(unit.code, petition.activityId)}>{petition.activityTitle}</a>,
              },
              { term: words.form.addressee, value: petition.addressee },
              { term: words.form.sentOn, value: day(petition.sentOn) },
              { term: words.form.due, value: day(petition.dueDate) },
              {
                term: words.form.reviewedAt,
                value:
                  petition.reviewedAt === null ? (
                    words.form.notReviewed
                  ) : (
                    <a href={activityPath(unit.code, petition.reviewedAt)}>{petition.reviewedAtTitle}</a>
                  ),
              },
            ]}
          />
          {props.mayChange && (
            <Details summary={words.page.change} open={props.open === 'change'}>
              <form method="post" action={path}>
                <input type="hidden" name="lan_sua" value={String(props.revision)} />
                <PetitionFields {...props} language={language} errors={errors} withReview />
                <Button kind="plain">{words.form.save}</Button>
              </form>
            </Details>
          )}
          {props.mayRemove && (
            <Details summary={words.page.remove}>
              <p>{words.page.removeHint}</p>
              <form method="post" action={`${path}/xoa`}>
                <Button kind="danger">{words.page.removeConfirm}</Button>
              </form>
            </Details>
          )}
        </Card>
        <Card title={words.page.answer} id="tra-loi-kien-nghi">
          {petition.answer === null ? (
            <p class="muted">{words.page.noAnswer}</p>
          ) : (
            <>
              <p>{petition.answer}</p>
              <p class="muted">{words.page.answeredOn(day(petition.answeredOn))}</p>
            </>
          )}
          {props.mayAnswer && (
            <form method="post" action={`${path}/tra-loi`}>
              <input type="hidden" name="lan_sua" value={String(props.revision)} />
              <TextArea
                id="tra_loi"
                label={words.page.answerText}
                hint={words.page.answerTextHint}
                value={values.tra_loi ?? ''}
                error={errorOf('tra_loi')}
                rows={5}
                maxLength={4000}
              />
              <Field
                id="ngay_tra_loi"
                kind="date"
                label={words.page.answerDate}
                hint={words.form.dateHint}
                value={values.ngay_tra_loi ?? ''}
                error={errorOf('ngay_tra_loi')}
              />
              <Button>{words.page.saveAnswer}</Button>
            </form>
          )}
        </Card>
      </Columns>
    </UnitWorkPage>
  );
}
