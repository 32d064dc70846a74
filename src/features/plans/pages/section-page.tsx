import type { VNode } from 'preact';
import type { PlanSection } from '../../../domain/plan/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import { Details } from '../../../ui/components/Details.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import type { WorkFrame } from '../../territory/index.ts';
import { SECTION_ROLES } from '../choices.ts';
import { markOf } from '../commands/edit-content.ts';
import { messages } from '../messages.ts';
import { draftPath, sectionPath } from '../paths.ts';
import type { Plan, Reading } from '../queries.ts';
import { type TypedSection, typedOf } from '../section-form.ts';
import { sourceLinesOf, stretchOf } from '../source-lines.ts';
import { factsOf, partName } from '../wording.ts';
import { BelowDraft } from './draft-frame.tsx';
import { Done } from './notice.tsx';
import { PartFields } from './section-fields.tsx';
import { SourcePane } from './source-pane.tsx';

export interface SectionPageProps {
  readonly frame: WorkFrame;
  readonly draft: Plan | Reading;
  readonly section: PlanSection;
  /** What was typed, where it was not saved. */
  readonly typed?: TypedSection;
  readonly errors?: readonly FieldError[];
  /** Where somebody else's section differs from what was typed. */
  readonly conflicts?: readonly { readonly mine: string | null; readonly stored: string | null }[];
  readonly done?: string | undefined;
}

/** One section of a plan or a reading, to be changed as a whole; of a reading beside the lines that it came from. */
export function SectionPage(props: SectionPageProps): VNode {
  const { frame, draft, section, errors = [] } = props;
  const { language } = frame;
  const words = messages[language];
  const form = <SectionForm {...props} />;
  const lines = draft.kind === 'reading' ? linesOf(draft, section) : [];
  const title = words.edit.title(section.heading === '' ? words.roles[section.role] : section.heading);
  return (
    <BelowDraft frame={frame} draft={draft} title={title} errors={errors}>
      <h1>{title}</h1>
      <Done>{props.done}</Done>
      {lines.length === 0 ? (
        form
      ) : (
        <div class="beside-source">
          <div>{form}</div>
          <div>
            <Card title={words.reading.source} id="goc">
              <p class="small muted">{words.reading.sourceHint}</p>
              <SourcePane language={language} lines={lines} />
            </Card>
          </div>
        </div>
      )}
    </BelowDraft>
  );
}

function linesOf(reading: Reading, section: PlanSection) {
  const ids = [
    section.id,
    ...section.parts.flatMap(({ id, items }) => [id, ...items.map((item) => item.id)]),
  ];
  const stretch = stretchOf(ids.flatMap((id) => reading.origins[id] ?? []));
  return stretch === null ? [] : sourceLinesOf(reading.sourceText, reading.reading, stretch);
}

function SectionForm(props: SectionPageProps): VNode {
  const { frame, draft, section, errors = [] } = props;
  const { language } = frame;
  const words = messages[language];
  const typed = props.typed ?? typedOf(draft.content, section);
  const errorOf = (field: string) => errors.find((error) => error.field === field)?.message;
  const path = sectionPath(draft.unit.code, draft, section.id);
  const otherParts = draft.content.sections.flatMap((other) =>
    other.parts.map((part) => ({ value: part.id, label: partName(draft.content, other, part) })),
  );
  const facts = new Map(
    section.parts.flatMap(({ items }) => items.map((item) => [item.id, factsOf(item, language)] as const)),
  );
  return (
    <Card>
      {props.conflicts && <Conflict {...props} conflicts={props.conflicts} path={path} />}
      <form method="post" action={path} autocomplete="off">
        <input type="hidden" name="da_thay" value={markOf(section)} />
        <Field
          id="tieu_de"
          label={words.edit.heading}
          hint={words.edit.headingHint}
          value={typed.heading}
          error={errorOf('tieu_de')}
          width="full"
        />
        <input type="hidden" name="phan" value={typed.parts.map(({ id }) => id).join(' ')} />
        {typed.parts.map((part) => (
          <PartFields
            key={part.id}
            language={language}
            role={section.role}
            part={part}
            otherParts={otherParts}
            errorOf={errorOf}
            origins={draft.kind === 'reading' ? draft.origins : undefined}
            factsOf={(id) => facts.get(id) ?? []}
          />
        ))}
        <section class="form-part">
          <Field
            id="phan_moi"
            label={words.edit.newPart}
            hint={words.edit.newPartHint}
            value={typed.newPart}
            width="full"
          />
          <Details summary={words.edit.section} open={typed.remove}>
            <Columns layout="two">
              <Select
                id="vai_tro"
                label={words.edit.role}
                value={typed.role}
                options={SECTION_ROLES.map((role) => ({ value: role, label: words.roles[role] }))}
              />
              <Field id="vi_tri" kind="figure" label={words.edit.position} value={typed.position} />
            </Columns>
            <Checkbox
              id="bo_muc"
              label={words.edit.removeSection}
              hint={words.edit.removeSectionHint}
              checked={typed.remove}
            />
          </Details>
        </section>
        <ButtonRow>
          <Button>{words.edit.save}</Button>
          <a href={draftPath(draft.unit.code, draft)}>
            {draft.kind === 'plan' ? words.edit.back : words.edit.backToReading}
          </a>
        </ButtonRow>
      </form>
    </Card>
  );
}

/** Two people changed one section: both texts of what differs, nothing lost. */
function Conflict(
  props: SectionPageProps & { conflicts: NonNullable<SectionPageProps['conflicts']>; path: string },
): VNode {
  const words = messages[props.frame.language].edit;
  const text = (value: string | null) =>
    value === null ? <span class="muted">{words.notThere}</span> : <span lang="vi">{value}</span>;
  return (
    <div class="conflict" role="alert">
      <h2>{words.conflictTitle}</h2>
      <Table
        caption={words.conflictTitle}
        captionHidden
        columns={[{ heading: words.yours }, { heading: words.stored }]}
        rows={props.conflicts.map((one) => [text(one.mine), text(one.stored)])}
      />
      <p>
        {words.conflictHint} <a href={props.path}>{words.conflictKeep}</a>
      </p>
    </div>
  );
}
