import type { VNode } from 'preact';
import type { PlanFault } from '../../../domain/plan/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import { Tag } from '../../../ui/components/Tag.tsx';
import type { Language } from '../../../ui/language.ts';
import { sentencesOfFault } from '../fault-sentences.ts';
import { messages } from '../messages.ts';
import { framePath, sectionPath } from '../paths.ts';
import type { Plan } from '../queries.ts';

interface ChecksCardProps {
  readonly language: Language;
  readonly plan: Plan;
  readonly faults: readonly PlanFault[];
  readonly mayChange: boolean;
}

/** How many faults stand in sight; the others can be unfolded. */
const IN_SIGHT = 12;

/** What is missing or doubtful before a plan is signed, each with the way to where it is changed. */
export function ChecksCard(props: ChecksCardProps): VNode {
  const words = messages[props.language];
  const faults = [
    ...props.faults.filter(({ severity }) => severity === 'error'),
    ...props.faults.filter(({ severity }) => severity === 'warning'),
  ];
  return (
    <Card title={words.plan.checks} id="kiem-tra">
      {faults.length === 0 && (
        <p>
          <Tag kind="go">{words.plan.checksFine}</Tag>
        </p>
      )}
      <FaultList {...props} faults={faults.slice(0, IN_SIGHT)} />
      {faults.length > IN_SIGHT && (
        <Details summary={words.checks.more(faults.length - IN_SIGHT)}>
          <FaultList {...props} faults={faults.slice(IN_SIGHT)} />
        </Details>
      )}
    </Card>
  );
}

function FaultList({ language, plan, faults, mayChange }: ChecksCardProps): VNode {
  const words = messages[language].checks;
  return (
    <ul class="plain-list">
      {faults.flatMap((fault, place) =>
        sentencesOfFault(fault, language).map((sentence) => (
          <li key={`${place} ${sentence}`}>
            <Tag kind={fault.severity === 'error' ? 'stop' : 'wait'}>{words.severities[fault.severity]}</Tag>{' '}
            {sentence}{' '}
            {mayChange && (
              <a href={placeToChange(plan, fault.at)}>
                {words.change}
                <span class="visually-hidden">: {sentence}</span>
              </a>
            )}
          </li>
        )),
      )}
    </ul>
  );
}

/** The page on which something of a plan is changed: its section, or head and tail for all else. */
function placeToChange({ unit, kind, id, content }: Plan, at: string | null): string {
  const draft = { kind, id };
  for (const section of content.sections)
    for (const part of section.parts) {
      const item = part.items.find((one) => one.id === at);
      if (item) return `${sectionPath(unit.code, draft, section.id)}#m.${item.id}.noi_dung`;
      if (part.id === at || section.id === at) return sectionPath(unit.code, draft, section.id);
    }
  return framePath(unit.code, draft);
}
