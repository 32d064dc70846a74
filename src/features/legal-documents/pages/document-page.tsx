import type { VNode } from 'preact';
import { formatDate } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Select } from '../../../ui/components/Select.tsx';
import { TextArea } from '../../../ui/components/TextArea.tsx';
import { Page } from '../../../ui/page.tsx';
import { messages } from '../messages.ts';
import { documentPath, documentsPath, newDocumentPath, removeDocumentPath } from '../paths.ts';
import type { ListedDocument } from '../queries.ts';
import { DOCUMENT_TYPES, type DocumentFaults } from '../schema.ts';
import type { Frame } from './frame.ts';

/** What the form holds, by the names of its fields: as typed, or as stored. */
export type TypedDocument = Readonly<Record<string, string>>;

export interface DocumentPageProps {
  readonly frame: Frame;
  /** The document that is corrected; null for a new one. */
  readonly document: { readonly id: string; readonly number: string } | null;
  readonly values: TypedDocument;
  readonly faults: DocumentFaults;
}

/** The form of a document as stored. */
export function valuesOf(document: ListedDocument): TypedDocument {
  const day = (date: string | null) => (date === null ? '' : formatDate(date));
  return {
    loai: document.type,
    so: document.number,
    ngay: day(document.issuedOn),
    co_quan: document.issuer,
    trich_yeu: document.title,
    hieu_luc_tu: day(document.inForce.from),
    hieu_luc_den: day(document.inForce.until),
    thay_the: document.replacedBy ?? '',
  };
}

/** Adds a document of the unit, or corrects one. */
export function DocumentPage({ frame, document, values, faults }: DocumentPageProps): VNode {
  const words = messages[frame.language];
  const title = document === null ? words.newTitle : words.changeTitle(document.number);
  const errorAt = (field: string) => (faults[field] === undefined ? undefined : words.faults[faults[field]]);
  return (
    <Page
      {...frame}
      title={title}
      breadcrumbs={[{ label: words.title, href: documentsPath }, { label: title }]}
      errorSummary={Object.keys(faults).map((field) => ({ field, message: errorAt(field) ?? '' }))}
    >
      <div class="narrow">
        <Card>
          <h1>{title}</h1>
          <form
            method="post"
            action={document === null ? newDocumentPath : documentPath(document.id)}
            novalidate
          >
            <Fields words={words.fields} values={values} errorAt={errorAt} />
            <ButtonRow>
              <Button>{words.save}</Button>
            </ButtonRow>
          </form>
        </Card>
        {document !== null && (
          <Card title={words.removeTitle} id="xoa">
            <p>{words.removeExplanation}</p>
            <form method="post" action={removeDocumentPath(document.id)}>
              <ButtonRow>
                <Button kind="plain">{words.remove}</Button>
              </ButtonRow>
            </form>
          </Card>
        )}
      </div>
    </Page>
  );
}

function Fields(props: {
  readonly words: (typeof messages)['vi']['fields'];
  readonly values: TypedDocument;
  readonly errorAt: (field: string) => string | undefined;
}): VNode {
  const { words, values, errorAt } = props;
  const entry = (id: string) => ({ id, value: values[id], error: errorAt(id), autocomplete: 'off' });
  return (
    <>
      <Select
        {...entry('loai')}
        label={words.type}
        placeholder={words.typePlaceholder}
        options={DOCUMENT_TYPES.map((type) => ({ value: type, label: type }))}
        required
      />
      <Field {...entry('so')} label={words.number} hint={words.numberHint} required />
      <Field {...entry('ngay')} kind="date" label={words.issuedOn} hint={words.dayHint} required />
      <Field {...entry('co_quan')} label={words.issuer} width="full" required />
      <TextArea {...entry('trich_yeu')} label={words.title} hint={words.titleHint} rows={3} required />
      <Field {...entry('hieu_luc_tu')} kind="date" label={words.inForceFrom} hint={words.forceHint} />
      <Field {...entry('hieu_luc_den')} kind="date" label={words.inForceUntil} hint={words.forceHint} />
      <Field {...entry('thay_the')} label={words.replacedBy} hint={words.replacedByHint} />
    </>
  );
}
