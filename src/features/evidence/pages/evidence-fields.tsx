import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatDate, type Language, normaliseText } from '../../../domain/text/index.ts';
import { Checkbox } from '../../../ui/components/Checkbox.tsx';
import { Columns } from '../../../ui/components/Columns.tsx';
import type { FieldError } from '../../../ui/components/ErrorSummary.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import type { Fields } from '../../activities/index.ts';
import { messages } from '../messages.ts';
import type { Confidentiality } from '../policy.ts';
import {
  CONFIDENTIALITY,
  type EvidenceContent,
  type EvidenceFaults,
  wordOfConfidentiality,
  YEAR,
} from '../schema.ts';

/** What is stored, as the boxes of the form show it. */
export function boxesOf(content: EvidenceContent): Fields {
  const day = (date: string | null) => (date === null ? '' : formatDate(date));
  return {
    ten: content.title,
    loai: content.documentType ?? '',
    so: content.number ?? '',
    ky_hieu: content.symbol ?? '',
    ngay_ban_hanh: day(content.issuedOn),
    co_quan: content.issuer ?? '',
    trich_yeu: content.extract ?? '',
    tu_ngay: day(content.provesFrom),
    den_ngay: day(content.provesUntil),
    ngay_so_lieu: day(content.speaksOf),
    het_han: day(content.expiresOn),
    muc_do: wordOfConfidentiality(content.confidentiality),
    ...(content.showsChildren ? { co_tre_em: 'co' } : {}),
  };
}

const namesOfBoxes = (language: Language): Readonly<Record<string, string>> => {
  const words = messages[language].describe;
  return {
    ten: words.titleLabel,
    loai: words.documentType,
    so: words.number,
    ky_hieu: words.symbol,
    ngay_ban_hanh: words.issuedOn,
    co_quan: words.issuer,
    trich_yeu: words.extract,
    tu_ngay: words.provesFrom,
    den_ngay: words.provesUntilInFull,
    ngay_so_lieu: words.speaksOf,
    het_han: words.expiresOn,
    muc_do: words.confidentiality,
    co_tre_em: words.showsChildren,
  };
};

/** A box in which something else is stored than was typed. */
export interface DifferentBox {
  readonly label: string;
  /** What is stored, in words. */
  readonly stored: string;
}

/** Where what is stored differs from what a form brought. */
export function differencesOf(
  content: EvidenceContent,
  typed: Fields,
  language: Language,
): readonly DifferentBox[] {
  const words = messages[language];
  const stored = boxesOf(content);
  const inWords: Fields = {
    ...stored,
    muc_do: words.confidentiality[content.confidentiality],
    co_tre_em: words.describe[content.showsChildren ? 'ticked' : 'notTicked'],
  };
  return Object.entries(namesOfBoxes(language))
    .filter(([box]) => normaliseText(typed[box] ?? '') !== normaliseText(stored[box] ?? ''))
    .map(([box, label]) => ({ label, stored: inWords[box] || words.describe.nothingThere }));
}

/**
 * What is wrong with a form about an evidence, a line each above it. Several boxes can have the same fault: what does not
 * name its box by itself is led by the name of the box.
 */
export function errorsOf(faults: EvidenceFaults, language: Language): readonly FieldError[] | undefined {
  const all = messages[language];
  const names = namesOfBoxes(language);
  const errors = Object.entries(faults).map(([field, fault]) => {
    const name = fault === 'titleMissing' ? undefined : names[field];
    const message = all.faults[fault];
    return { field, message: name === undefined ? message : `${name}: ${message}` };
  });
  return errors.length === 0 ? undefined : errors;
}

/** What is said of an evidence: the document, the time it proves, who may see it. */
export function EvidenceFields(props: {
  readonly language: Language;
  readonly boxes: Fields;
  readonly faults: EvidenceFaults;
}): VNode {
  const { language, boxes, faults } = props;
  const all = messages[language];
  const words = all.describe;
  const box = (id: string) => ({
    id,
    value: boxes[id] ?? '',
    error: faults[id] === undefined ? undefined : all.faults[faults[id]],
  });
  return (
    <>
      <Field {...box('ten')} label={words.titleLabel} hint={words.titleHint} width="full" />
      <fieldset>
        <legend>{words.documentLegend}</legend>
        <Columns layout="two">
          <Field {...box('loai')} label={words.documentType} hint={words.documentTypeHint} />
          <Field {...box('co_quan')} label={words.issuer} />
          <Field {...box('so')} label={words.number} width="short" />
          <Field {...box('ky_hieu')} label={words.symbol} hint={words.symbolHint} width="short" />
          <Field {...box('ngay_ban_hanh')} kind="date" label={words.issuedOn} />
        </Columns>
        <TextArea {...box('trich_yeu')} label={words.extract} rows={3} />
      </fieldset>
      <fieldset>
        <legend>{words.timeLegend}</legend>
        <Columns layout="two">
          <Field {...box('tu_ngay')} kind="date" label={words.provesFrom} />
          <Field {...box('den_ngay')} kind="date" label={words.provesUntil} />
          <Field {...box('ngay_so_lieu')} kind="date" label={words.speaksOf} hint={words.speaksOfHint} />
          <Field {...box('het_han')} kind="date" label={words.expiresOn} hint={words.expiresOnHint} />
        </Columns>
      </fieldset>
      <Radios
        id="muc_do"
        label={words.confidentiality}
        value={boxes.muc_do ?? 'noi_bo'}
        choices={(Object.entries(CONFIDENTIALITY) as [string, Confidentiality][]).map(([value, level]) => ({
          value,
          label: all.confidentiality[level],
          hint: all.confidentialityHints[level],
        }))}
      />
      <Checkbox
        id="co_tre_em"
        label={words.showsChildren}
        hint={words.showsChildrenHint}
        checked={boxes.co_tre_em !== undefined}
      />
    </>
  );
}

/** The years to choose from, and the one that the form is for where it is another: a list without it would choose its first. */
const yearsWith = (years: readonly number[], chosen: string | undefined): readonly number[] =>
  chosen === undefined || !YEAR.test(chosen)
    ? years
    : [...new Set([...years, Number(chosen)])].sort((one, other) => other - one);

/** The indicators of a standard to tick, by criterion, and the year that they are of. */
export function UseFields(props: {
  readonly language: Language;
  readonly standard: Standard;
  readonly years: readonly number[];
  readonly tasks: readonly { readonly id: string; readonly text: string }[];
  readonly boxes: Fields;
  readonly faults: EvidenceFaults;
}): VNode {
  const { language, boxes, faults } = props;
  const all = messages[language];
  const words = all.describe;
  return (
    <>
      <Select
        id="nam"
        label={words.year}
        value={boxes.nam}
        options={yearsWith(props.years, boxes.nam).map((year) => ({
          value: String(year),
          label: String(year),
        }))}
        error={faults.nam === undefined ? undefined : all.faults[faults.nam]}
      />
      {props.standard.criteria.map((criterion) => (
        <fieldset key={criterion.number}>
          <legend>
            {words.criterion(criterion.number, language === 'vi' ? criterion.name : criterion.nameEn)}
          </legend>
          {criterion.indicators.map(({ code, statement, statementEn }) => (
            <Checkbox
              key={code}
              id={`chi_tieu.${code}`}
              label={`${code} ${language === 'vi' ? statement : statementEn}`}
              checked={boxes[`chi_tieu.${code}`] !== undefined}
              error={
                code === '1.1' && faults['chi_tieu.1.1'] ? all.faults[faults['chi_tieu.1.1']] : undefined
              }
            />
          ))}
        </fieldset>
      ))}
      {props.tasks.length > 0 && (
        <Select
          id="nhiem_vu"
          label={words.task}
          value={boxes.nhiem_vu}
          placeholder={words.noTask}
          options={props.tasks.map(({ id, text }) => ({
            value: id,
            label: text.length > 120 ? `${text.slice(0, 117)}…` : text,
          }))}
        />
      )}
    </>
  );
}
