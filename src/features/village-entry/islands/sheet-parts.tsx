import type { VNode } from 'preact';
import type { Language } from '../../../domain/text/index.ts';
import { Note } from '../../../ui/components/Note.tsx';
import { Tag, type TagKind } from '../../../ui/components/Tag.tsx';
import type { VillageFigures, VillageSheet } from './village-figures.ts';
import { words } from './words.ts';

const KINDS: Readonly<Record<VillageSheet['state'], TagKind>> = {
  open: 'info',
  submitted: 'wait',
  accepted: 'go',
  returned: 'stop',
};

export function SheetTag({ sheet, language }: { sheet: VillageSheet; language: Language }): VNode {
  return <Tag kind={KINDS[sheet.state]}>{words[language].states[sheet.state]}</Tag>;
}

/** Which sheet this is, of which period, and why it came back. */
export function SheetHead({ sheet, language }: { sheet: VillageSheet; language: Language }): VNode {
  const said = words[language].sheet;
  return (
    <>
      <p>
        <a href="/thon/phieu">‹ {said.toList}</a>
      </p>
      <h1>{sheet.title}</h1>
      <p>
        <SheetTag sheet={sheet} language={language} />
      </p>
      <p>{said.facts(sheet.period, sheet.cutOff, sheet.dueDate)}</p>
      {sheet.returnedReason !== null && (
        <Note kind="stop" title={said.returned}>
          <p>{sheet.returnedReason}</p>
        </Note>
      )}
    </>
  );
}

/** The sheets of a village, each with how far it is. @param filledOf figures that are there, also those not sent yet */
export function SheetList(props: {
  readonly figures: VillageFigures;
  readonly language: Language;
  readonly filledOf: (sheet: VillageSheet) => number;
}): VNode {
  const { figures, language, filledOf } = props;
  const said = words[language].list;
  return (
    <>
      <h1>{said.title(figures.place.name)}</h1>
      <p>{figures.unitName}</p>
      {figures.sheets.length === 0 && (
        <Note title={said.empty}>
          <p>{said.emptyHint}</p>
        </Note>
      )}
      <ul class="sheets">
        {figures.sheets.map((sheet) => (
          <li key={sheet.id}>
            <a class="card" href={`/thon/phieu/${sheet.id}`}>
              <strong>{sheet.title}</strong>
              <span>{sheet.period}</span>
              <span>
                <SheetTag sheet={sheet} language={language} /> {said.due(sheet.dueDate)}
              </span>
              <span class="muted">{said.filled(String(filledOf(sheet)), String(sheet.items.length))}</span>
            </a>
          </li>
        ))}
      </ul>
      <p class="small muted">{said.usableUntil(figures.usableUntil)}</p>
    </>
  );
}

export const filledAtServer = ({ items }: VillageSheet): number =>
  items.filter(({ cell }) => cell.figure.state !== 'no_data').length;
