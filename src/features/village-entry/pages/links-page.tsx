import type { VNode } from 'preact';
import { placeName } from '../../../domain/place/index.ts';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { EmptyState } from '../../../ui/components/EmptyState.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Pagination } from '../../../ui/components/Pagination.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Tag, type TagKind } from '../../../ui/components/Tag.tsx';
import { roundsPath } from '../../collection/index.ts';
import { type UnitAtWork, UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import { type LinkState, linkState } from '../link-state.ts';
import { messages } from '../messages.ts';
import { linksPath } from '../paths.ts';
import { type LinksPage as LinksOfPage, VILLAGES_OF_A_PAGE } from '../queries.ts';
import type { LinkFaults } from '../schema.ts';
import { lastDay } from '../sheets-of-place.ts';

export interface LinksPageProps {
  readonly frame: WorkFrame;
  readonly unit: UnitAtWork;
  readonly now: Date;
  readonly links: LinksOfPage;
  readonly page: number;
  readonly onlyWithout: boolean;
  /** dd/MM/yyyy, as it is proposed. */
  readonly lastDay: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly faults?: LinkFaults;
  readonly done?: string | undefined;
}

const KINDS: Readonly<Record<LinkState | 'none', TagKind>> = {
  none: 'plain',
  waiting: 'wait',
  code_expired: 'stop',
  in_use: 'go',
  ended: 'stop',
  revoked: 'stop',
};

/** Which villages have a way in of their own, when each was last there, and what can be done with them. */
export function LinksPage(props: LinksPageProps): VNode {
  const { frame, unit, links, typed = {}, faults = {}, now } = props;
  const { language } = frame;
  const words = messages[language];
  const filter = props.onlyWithout ? 'chua-co' : '';
  const errorAt = (field: string) => (faults[field] === undefined ? undefined : words.faults[faults[field]]);
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.title}
      crumbs={[
        { label: words.collection, href: roundsPath(unit.code, Number(lastDay(now).slice(-4))) },
        { label: words.title },
      ]}
      errors={Object.entries(faults).map(([field, fault]) => ({ field, message: words.faults[fault] }))}
    >
      {props.done && <Note kind="go" title={props.done} announced />}
      <Card>
        <h1>{words.title}</h1>
        <p>{words.intro}</p>
        <ButtonRow>
          {props.onlyWithout ? (
            <Button kind="quiet" href={linksPath(unit.code)}>
              {words.filters.all}
            </Button>
          ) : (
            <Button kind="quiet" href={linksPath(unit.code, { only: 'chua-co' })}>
              {words.filters.without}
            </Button>
          )}
        </ButtonRow>
        {links.villages.length === 0 ? (
          <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
        ) : (
          <form method="post" action={linksPath(unit.code)}>
            <Table
              caption={words.title}
              captionHidden
              columns={[
                { heading: words.columns.village },
                { heading: words.columns.state },
                { heading: words.columns.givenTo },
                { heading: words.columns.lastSeen },
                { heading: words.columns.expires },
              ]}
              rows={links.villages.map((village, place) => {
                const { link } = village;
                const state = link === null ? 'none' : linkState(link, now);
                return [
                  <div key="village" class="choice">
                    <input
                      type="checkbox"
                      id={place === 0 ? 'thon' : `thon.${village.id}`}
                      name={`thon.${village.id}`}
                      checked={typed[`thon.${village.id}`] !== undefined}
                    />
                    <label for={place === 0 ? 'thon' : `thon.${village.id}`}>
                      <span class="visually-hidden">{words.choose('')}</span>
                      {placeName(village)}
                    </label>
                  </div>,
                  <Tag key="state" kind={KINDS[state]}>
                    {words.states[state]}
                  </Tag>,
                  link?.givenTo ?? '–',
                  link?.lastSeenAt ? (
                    <>
                      {formatInstant(link.lastSeenAt)}
                      {link.device && <div class="small muted">{link.device}</div>}
                    </>
                  ) : (
                    '–'
                  ),
                  link === null ? '–' : lastDay(link.expiresAt),
                ];
              })}
            />
            <Pagination
              language={language}
              current={props.page}
              pages={Math.ceil(links.count / VILLAGES_OF_A_PAGE)}
              hrefOf={(page) => linksPath(unit.code, { page, only: filter })}
            />
            <fieldset>
              <legend>{words.forChosen}</legend>
              <Field
                id="giao_cho"
                label={words.givenTo}
                hint={words.givenToHint}
                value={typed.giao_cho ?? words.givenToDefault}
                error={errorAt('giao_cho')}
              />
              <Field
                id="den_ngay"
                kind="date"
                label={words.lastDay}
                hint={words.lastDayHint}
                value={typed.den_ngay ?? props.lastDay}
                error={errorAt('den_ngay')}
              />
              <p class="hint">{words.giveHint}</p>
              <ButtonRow>
                <Button>{words.give}</Button>
                <Button kind="plain" formAction={`${linksPath(unit.code)}/gia-han`}>
                  {words.prolong}
                </Button>
                <Button kind="danger" formAction={`${linksPath(unit.code)}/thu-hoi`}>
                  {words.revoke}
                </Button>
              </ButtonRow>
            </fieldset>
          </form>
        )}
      </Card>
    </UnitWorkPage>
  );
}
