import type { ComponentChildren, VNode } from 'preact';
import { LONGEST_REMARK } from '../../../domain/collection/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import { Details } from '../../../ui/components/Details.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { figureWords } from './figure-words.ts';
import { type Boxes, type BoxFault, isOfReason } from './read-figure.ts';
import type { VillageItem } from './village-figures.ts';
import { words } from './words.ts';

export interface FigureBlockProps {
  readonly language: Language;
  readonly item: VillageItem;
  readonly boxes: Boxes;
  readonly fault: BoxFault | null;
  /** How the figure stands: a tag, a conflict to decide. */
  readonly children?: ComponentChildren;
}

/** Names of the boxes of an item, in the form and for whoever listens to it. */
export const boxNames = (key: string) => ({
  text: `so.${key}`,
  state: `tinh_trang.${key}`,
  reason: `ly_do.${key}`,
});

/** One figure: what is asked, a large box, and what it was last time. The same with and without a script. */
export function FigureBlock({ language, item, boxes, fault, children }: FigureBlockProps): VNode {
  const said = words[language];
  const names = boxNames(item.key);
  const faultText = fault === null ? undefined : said.faults[fault];
  const atReason = isOfReason(fault);
  const previous =
    item.previous === null
      ? undefined
      : said.sheet.previous(item.previous.period, figureWords(item.previous.figure, language));
  const below = (
    <>
      <Details summary={said.sheet.more}>
        <p lang="vi">
          {item.definition} {words.vi.sheet.source(item.source)}
        </p>
      </Details>
      <Details summary={said.sheet.noNumber} open={boxes.state !== ''}>
        <Select
          id={names.state}
          label={said.sheet.reasonState}
          value={boxes.state}
          options={[
            { value: '', label: said.figureStates.no_data },
            { value: 'not_applicable', label: said.figureStates.not_applicable },
            { value: 'not_due', label: said.figureStates.not_due },
          ]}
        />
        <Field
          id={names.reason}
          label={said.sheet.reason}
          width="full"
          value={boxes.reason}
          maxLength={LONGEST_REMARK}
          error={atReason ? faultText : undefined}
        />
      </Details>
    </>
  );
  const error = atReason ? undefined : faultText;
  return (
    <section class="card figure-block">
      {item.asked === 'yes_no' ? (
        <>
          <Radios
            id={names.text}
            label={item.label}
            hint={previous}
            value={boxes.text}
            error={error}
            choices={[
              { value: 'co', label: said.yes },
              { value: 'khong', label: said.no },
            ]}
          />
          {children}
          {below}
        </>
      ) : (
        <>
          <Field
            id={names.text}
            kind="figure"
            label={item.label}
            value={boxes.text}
            unit={item.unit}
            previous={previous}
            error={error}
          />
          {children}
          {below}
        </>
      )}
    </section>
  );
}
