import type { VNode } from 'preact';
import { placeName } from '../../../domain/place/index.ts';
import { formatInstant } from '../../../domain/text/index.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { UnitWorkPage, type WorkFrame } from '../../territory/index.ts';
import type { GivenCodes } from '../commands/give-links.ts';
import { messages } from '../messages.ts';
import { linkAddress, linksPath, VILLAGE } from '../paths.ts';

export interface SlipsPageProps {
  readonly frame: WorkFrame;
  readonly given: GivenCodes;
  readonly publicUrl: string;
  readonly givenTo: string;
}

/** Codes in clear text, this once: a slip for each village to be printed and cut, or an address to be sent. */
export function SlipsPage({ frame, given, publicUrl, givenTo }: SlipsPageProps): VNode {
  const words = messages[frame.language];
  const { unit, codes } = given;
  return (
    <UnitWorkPage
      frame={frame}
      unit={unit}
      title={words.slipsTitle}
      crumbs={[{ label: words.title, href: linksPath(unit.code) }, { label: words.slipsTitle }]}
    >
      <div class="narrow">
        <h1>{words.slipsTitle}</h1>
        <div class="no-print">
          <Note kind="wait">
            <p>{words.once}</p>
            <p>{words.print}</p>
          </Note>
        </div>
        {codes.map(({ village, code }) => (
          <section key={village.id} class="card slip">
            <h2>{words.slipHeading(placeName(village))}</h2>
            <p>{words.slipSteps}</p>
            <SummaryList
              rows={[
                { term: words.address, value: <strong>{`${publicUrl}${VILLAGE}`}</strong> },
                {
                  term: words.code,
                  value: (
                    <code class="code" translate={false}>
                      {code}
                    </code>
                  ),
                },
                { term: words.codeUntil, value: formatInstant(given.codesExpireAt) },
                { term: words.givenTo, value: `${givenTo} · ${unit.fullName}` },
              ]}
            />
            <p class="no-print small">
              {words.message}: <code translate={false}>{linkAddress(publicUrl, code)}</code>
            </p>
          </section>
        ))}
        <ButtonRow>
          <Button kind="plain" href={linksPath(unit.code)}>
            {words.back}
          </Button>
        </ButtonRow>
      </div>
    </UnitWorkPage>
  );
}
