import type { VNode } from 'preact';
import type { Language } from '../../../domain/text/index.ts';
import type { PageAssets } from '../../../ui/assets.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { ButtonRow } from '../../../ui/components/ButtonRow.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { Island } from '../../../ui/islands/Island.tsx';
import { Page } from '../../../ui/page.tsx';
import type { UnitPickerProps } from '../islands/unit-picker.island.tsx';
import { messages } from '../messages.ts';
import type { ListedUnit } from '../queries.ts';

/** Units shown for one search. */
export const RESULTS = 20;

export interface ChooseUnitPageProps {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly currentPath: string;
  readonly query: string;
  /** Null before anything was searched. */
  readonly results: readonly ListedUnit[] | null;
  readonly needsCode: boolean;
}

/** First half of the set-up: which unit, or the sample. A search that works without a script, and better with one. */
export function ChooseUnitPage(props: ChooseUnitPageProps): VNode {
  const { language, query, results } = props;
  const words = messages[language];
  const island: UnitPickerProps = {
    query,
    label: words.choose.label,
    hint: words.choose.hint,
    next: words.choose.next,
    none: words.choose.none,
    unavailable: words.choose.unavailable,
    results: words.choose.results,
    language,
  };
  return (
    <Page
      language={language}
      title={words.title}
      assets={props.assets}
      viewer={null}
      currentPath={props.currentPath}
    >
      <div class="narrow">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
        <Card title={words.choose.heading} id="don-vi">
          <form method="get" action="/cai-dat">
            <Island name="unit-picker" props={island}>
              <Field
                id="q"
                kind="search"
                label={words.choose.label}
                hint={words.choose.hint}
                value={query}
                autocomplete="off"
              />
              <Results language={language} results={results} />
              <ButtonRow>
                {results && results.length > 0 && <Button>{words.choose.next}</Button>}
                <Button kind={results && results.length > 0 ? 'plain' : 'primary'} name="tim" value="1">
                  {words.choose.search}
                </Button>
              </ButtonRow>
            </Island>
          </form>
        </Card>
        <Card title={words.demo.heading} id="xem-thu">
          <p>{words.demo.text}</p>
          <form method="post" action="/cai-dat/du-lieu-mau">
            {props.needsCode && <CodeField language={language} />}
            <Button kind="plain">{words.demo.button}</Button>
          </form>
        </Card>
      </div>
    </Page>
  );
}

function Results({
  language,
  results,
}: {
  language: Language;
  results: ChooseUnitPageProps['results'];
}): VNode | null {
  const words = messages[language].choose;
  if (results === null) return null;
  if (results.length === 0) {
    return (
      <Note kind="wait" announced>
        {words.none}
      </Note>
    );
  }
  return (
    <Radios
      id="don_vi"
      label={words.found(results.length)}
      hint={results.length === RESULTS ? words.most : undefined}
      value={results.length === 1 ? results[0]?.code : undefined}
      choices={results.map((unit) => ({
        value: unit.code,
        label: unit.fullName,
        hint: unit.province.fullName,
      }))}
    />
  );
}

/** Asked for where other machines reach the server; see `SetUpState`. */
export function CodeField(props: { language: Language; error?: string | undefined }): VNode {
  const words = messages[props.language];
  return (
    <Field
      id="ma_thiet_lap"
      label={words.code}
      hint={words.codeHint}
      error={props.error}
      autocomplete="off"
      width="short"
      required
    />
  );
}
