import type { ComponentChildren, VNode } from 'preact';
import type { CopyNotice, SuperiorOffer } from '../../../domain/plan/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { itemsOf } from '../content-changes.ts';
import { sentencesOfNotice } from '../fault-sentences.ts';
import { messages } from '../messages.ts';
import { planPath, plansPath, writePlanPath } from '../paths.ts';
import type { Plan } from '../queries.ts';
import { factsOf, partName } from '../wording.ts';

interface WriteFromProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly from: Plan;
  readonly year: number;
}

/** The second step of writing: what will be taken from another plan, before the draft is made. */
function WriteFromPage(
  props: WriteFromProps & { readonly title: string; readonly children: ComponentChildren },
): VNode {
  const { frame, unit, from, title, year } = props;
  const words = messages[frame.language];
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={title}
      crumbs={[
        { label: words.plans, href: plansPath(unit.code) },
        { label: words.write.title, href: `${writePlanPath(unit.code)}?nam=${year}` },
        { label: title },
      ]}
    >
      <div class="narrow">
        <h1>{title}</h1>
        <p>
          {words.year(from.year)}:{' '}
          <a href={planPath(unit.code, from.id)} lang="vi">
            {from.title}
          </a>
        </p>
        <form method="post" action={`${writePlanPath(unit.code)}/tu/${from.id}?nam=${year}`}>
          {props.children}
          <ButtonRow>
            <Button>{words.write.create}</Button>
          </ButtonRow>
        </form>
      </div>
    </UnitWorkPage>
  );
}

/** What to look at in a copy of a former plan. */
export function CopyPage(props: WriteFromProps & { readonly notices: readonly CopyNotice[] }): VNode {
  const { language } = props.frame;
  const words = messages[language];
  const sentences = [...new Set(props.notices.flatMap((notice) => sentencesOfNotice(notice, language)))];
  return (
    <WriteFromPage {...props} title={words.write.copyTitle(props.year)}>
      <Card title={words.plan.notices} id="xem-lai">
        <p>{sentences.length === 0 ? words.copyNotices.none : words.copyNotices.intro}</p>
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
    </WriteFromPage>
  );
}

/** Targets, deadlines and duties of the superior's plan, each to be taken or left. */
export function OffersPage(props: WriteFromProps & { readonly offers: readonly SuperiorOffer[] }): VNode {
  const { from, offers } = props;
  const { language } = props.frame;
  const words = messages[language];
  const places = new Map(itemsOf(from.content).map((place) => [place.item.id, place]));
  return (
    <WriteFromPage {...props} title={words.write.offersTitle}>
      <Card>
        <Select
          id="chu_de"
          label={words.write.subject}
          value={/phù hợp với trẻ em/iu.test(from.title) ? 'child_friendly' : 'children_work'}
          options={(['child_friendly', 'children_work'] as const).map((subject) => ({
            value: subject,
            label: words.write.subjects[subject],
          }))}
        />
        <p>{offers.length === 0 ? words.write.offersNone : words.write.offersIntro}</p>
        {offers.map(({ itemId, text, reasons }) => {
          const place = places.get(itemId)!;
          return (
            <Checkbox
              key={itemId}
              id={`lay.${itemId}`}
              checked
              label={<span lang="vi">{text}</span>}
              hint={[
                ...reasons.map((reason) => words.write.reasons[reason]),
                ...factsOf(place.item, language),
                words.write.from(partName(from.content, place.section, place.part)),
              ].join(' · ')}
            />
          );
        })}
      </Card>
    </WriteFromPage>
  );
}
