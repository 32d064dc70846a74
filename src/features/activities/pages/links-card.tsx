import type { ComponentChildren, VNode } from 'preact';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { criterionPath } from '../../assessment/index.ts';
import { targetPath } from '../../targets/index.ts';
import type { Choice, LinkOfActivity } from '../activity-of-unit.ts';
import { messages } from '../messages.ts';
import { activityPath, pagesBeyond } from '../paths.ts';
import type { ActivityPageProps } from './activity-page.tsx';

const LONGEST_OPTION = 90;
const short = (text: string): string =>
  text.length <= LONGEST_OPTION ? text : `${text.slice(0, LONGEST_OPTION - 1).trimEnd()}…`;

/** The tasks, targets and criteria that an activity serves. */
export function LinksCard(props: ActivityPageProps): VNode {
  const { frame, unit, activity, choices } = props;
  const words = messages[frame.language].page;
  const path = `${activityPath(unit.code, activity.id)}/gan`;
  const error = props.errors?.find(({ field }) => field === 'nhiem_vu')?.message;
  const options = (list: readonly Choice[]) =>
    list.map(({ id, text }) => ({ value: id, label: short(text) }));
  return (
    <Card title={words.links} id="phuc-vu">
      {activity.links.length === 0 && <p class="muted">{words.noLinks}</p>}
      <ul>
        {activity.links.map((link) => (
          <li key={link.id}>
            <LinkText {...props} link={link} />
            {props.mayChange && (
              <form method="post" action={`${path}/${link.id}/xoa`}>
                <Button kind="quiet">{words.removeLink}</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {props.mayChange && (
        <Details summary={words.addLink} open={error !== undefined}>
          <form method="post" action={path}>
            <Select
              id="nhiem_vu"
              label={words.task}
              placeholder={words.choose}
              options={options(choices.tasks)}
              error={error}
            />
            <Select
              id="chi_tieu"
              label={words.target}
              placeholder={words.choose}
              options={options(choices.targets)}
            />
            <Select
              id="tieu_chi"
              label={words.criterion}
              placeholder={words.choose}
              options={props.criteria.map(({ number, name }) => ({
                value: String(number),
                label: short(`${number}. ${name}`),
              }))}
            />
            <Button kind="plain">{words.addLink}</Button>
          </form>
        </Details>
      )}
    </Card>
  );
}

function LinkText({
  frame,
  unit,
  activity,
  criteria,
  link,
}: ActivityPageProps & { readonly link: LinkOfActivity }): VNode {
  const words = messages[frame.language].page;
  const line = (kind: string, text: ComponentChildren) => (
    <span>
      {kind}: {text}
    </span>
  );
  if (link.task !== null)
    return line(words.task, <a href={pagesBeyond.task(unit.code, link.task.id)}>{link.task.text}</a>);
  if (link.target !== null)
    return line(words.target, <a href={targetPath(unit.code, link.target.id)}>{link.target.text}</a>);
  const name = criteria.find(({ number }) => number === link.criterion)?.name ?? '';
  return (
    <a href={criterionPath(unit.code, activity.year, link.criterion ?? 0)}>
      {words.criterionNumber(String(link.criterion))}: {name}
    </a>
  );
}
