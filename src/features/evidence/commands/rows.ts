import { createHash } from 'node:crypto';
import type { EvidenceContent } from '../schema.ts';
import { wordsKey } from '../search-words.ts';

/** What is said of an evidence as columns, with the words that it is found by. */
export const contentRow = (content: EvidenceContent) => ({
  title: content.title,
  document_type: content.documentType,
  number: content.number,
  symbol: content.symbol,
  issued_on: content.issuedOn,
  issuer: content.issuer,
  extract: content.extract,
  proves_from: content.provesFrom,
  proves_until: content.provesUntil,
  speaks_of: content.speaksOf,
  confidentiality: content.confidentiality,
  expires_on: content.expiresOn,
  shows_children: content.showsChildren,
  search_key: wordsKey(
    content.title,
    content.documentType,
    content.number,
    content.symbol,
    content.issuer,
    content.extract,
  ),
});

/** A mark of what is said of an evidence: a form carries it along, to tell whether it is still what was on its screen. */
export const markOf = (content: EvidenceContent): string =>
  createHash('sha256')
    .update(JSON.stringify(contentRow(content)))
    .digest('hex')
    .slice(0, 16);

/** The columns of the description that differ, by name: what the audit records. */
export function changedColumns(before: EvidenceContent, now: EvidenceContent): string[] {
  const [old, fresh] = [contentRow(before), contentRow(now)];
  return (Object.keys(fresh) as (keyof typeof fresh)[]).filter(
    (column) => column !== 'search_key' && old[column] !== fresh[column],
  );
}
