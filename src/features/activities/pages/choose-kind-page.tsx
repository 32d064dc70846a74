import type { VNode } from 'preact';
import { ACTIVITY_KINDS } from '../../../domain/activity/index.ts';
import { Card } from '../../../ui/components/Card.tsx';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { messages } from '../messages.ts';
import { logPath, newActivityPath } from '../paths.ts';

/** The kinds of activity, of which one is recorded. */
export function ChooseKindPage({
  frame,
  unit,
}: {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
}): VNode {
  const words = messages[frame.language];
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.form.chooseTitle}
      crumbs={[{ label: words.title, href: logPath(unit.code) }, { label: words.form.chooseTitle }]}
    >
      <div class="narrow">
        <Card>
          <h1>{words.form.chooseTitle}</h1>
          <p>{words.form.chooseIntro}</p>
          <ul>
            {ACTIVITY_KINDS.map((kind) => (
              <li key={kind}>
                <a href={newActivityPath(unit.code, kind)}>{words.kinds[kind]}</a>
              </li>
            ))}
          </ul>
        </Card>
      </div>
    </UnitWorkPage>
  );
}
