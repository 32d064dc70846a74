import type { VNode } from 'preact';
import { type ForceState, forceOn } from '../../../domain/legal/index.ts';
import { formatDate, formatNumber } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag, type TagKind } from '../../../ui/components/Tag.tsx';
import type { Language } from '../../../ui/language.ts';
import { Page } from '../../../ui/page.tsx';
import { messages } from '../messages.ts';
import { documentPath, documentsPath, newDocumentPath } from '../paths.ts';
import type { DocumentsPage, ListedDocument } from '../queries.ts';
import type { Frame } from './frame.ts';

export interface DocumentListPageProps {
  readonly frame: Frame;
  readonly list: DocumentsPage;
  /** As typed. */
  readonly search: string;
  readonly today: string;
  readonly mayKeep: boolean;
  readonly notice?: 'added' | 'saved' | 'removed' | undefined;
}

/** The documents of the program and of the unit. */
export function DocumentListPage(props: DocumentListPageProps): VNode {
  const { frame, list, search, today, mayKeep, notice } = props;
  const { language } = frame;
  const words = messages[language];
  const hrefOf = (page: number) =>
    `${documentsPath}?${new URLSearchParams({ ...(search ? { tim: search } : {}), trang: String(page) })}`;
  return (
    <Page {...frame} title={words.title}>
      <Card>
        <h1>{words.title}</h1>
        {notice && (
          <Note kind="go" announced>
            <p>{words[notice]}</p>
          </Note>
        )}
        <p>{words.intro}</p>
        {mayKeep && (
          <ButtonRow>
            <Button href={newDocumentPath}>{words.add}</Button>
          </ButtonRow>
        )}
        <search>
          <form method="get" action={documentsPath}>
            <Field id="tim" kind="search" label={words.search} hint={words.searchHint} value={search} />
            <ButtonRow>
              <Button kind="plain">{words.searchSubmit}</Button>
              {search && (
                <Button kind="quiet" href={documentsPath}>
                  {words.showAll}
                </Button>
              )}
            </ButtonRow>
          </form>
        </search>
        <p role="status">
          {list.total === 0 ? words.nothingFound(search) : words.found(formatNumber(list.total, language))}
        </p>
        {list.total > 0 && (
          <Table
            caption={words.title}
            captionHidden
            columns={[
              { heading: words.columns.document },
              { heading: words.columns.title },
              { heading: words.columns.force },
              { heading: words.columns.origin },
            ]}
            rows={list.documents.map((document) => [
              <Name key="name" document={document} language={language} />,
              document.title,
              <Force key="force" document={document} today={today} language={language} />,
              <Origin key="origin" document={document} language={language} mayKeep={mayKeep} />,
            ])}
          />
        )}
        <Pagination language={language} current={list.page} pages={list.pages} hrefOf={hrefOf} />
      </Card>
    </Page>
  );
}

interface PieceProps {
  readonly document: ListedDocument;
  readonly language: Language;
}

function Name({ document: { type, number, issuedOn, issuer }, language }: PieceProps): VNode {
  const day = issuedOn === null ? messages[language].undated : formatDate(issuedOn);
  return (
    <>
      {type} {number}
      <br />
      <span class="small muted">
        {day} · {issuer}
      </span>
    </>
  );
}

const tagOf: Readonly<Record<ForceState, TagKind>> = {
  in_force: 'go',
  not_yet: 'wait',
  out_of_force: 'stop',
  unknown: 'plain',
};

function Force({ document, language, today }: PieceProps & { readonly today: string }): VNode {
  const words = messages[language];
  const state = forceOn(document, today);
  const { from, until } = document.inForce;
  const facts = [
    ...(from === null ? [] : [words.from(formatDate(from))]),
    ...(until === null ? [] : [words.until(formatDate(until))]),
    ...(document.replacedBy === null ? [] : [words.replacedBy(document.replacedBy)]),
  ];
  return (
    <>
      <Tag kind={tagOf[state]}>{words.force[state]}</Tag>
      {facts.length > 0 && <span class="small muted"> {facts.join(', ')}</span>}
    </>
  );
}

function Origin({ document, language, mayKeep }: PieceProps & { readonly mayKeep: boolean }): VNode {
  const words = messages[language];
  const { id, number, provenance } = document;
  if (id !== null) {
    return (
      <>
        {words.own}
        {mayKeep && (
          <>
            {' · '}
            <a href={documentPath(id)}>
              {words.change}
              <span class="visually-hidden"> {number}</span>
            </a>
          </>
        )}
      </>
    );
  }
  return (
    <>
      {words.ofProgram}
      {provenance.status === 'provisional' && (
        <>
          {' '}
          <Tag kind="wait">{words.provisional}</Tag>
        </>
      )}
      {provenance.note !== undefined && <span class="small muted"> {provenance.note}</span>}
    </>
  );
}
