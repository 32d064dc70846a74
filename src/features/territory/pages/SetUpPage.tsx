import type { VNode } from 'preact';
import type { Standard } from '../../../domain/scoring/index.ts';
import { formatNumber, type Language } from '../../../domain/text/index.ts';
import type { PageAssets } from '../../../ui/assets.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { Field } from '../../../ui/components/Field.tsx';
import { Note } from '../../../ui/components/Note.tsx';
import { Radios } from '../../../ui/components/Radios.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Page } from '../../../ui/page.tsx';
import { messages } from '../messages.ts';
import type { ListedUnit } from '../queries.ts';
import { SET_UP_FIELDS, type SetUpFaults, type SetUpField } from '../schema.ts';
import { suggestClass } from '../suggest-class.ts';
import { CodeField } from './ChooseUnitPage.tsx';

export interface SetUpPageProps {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly currentPath: string;
  readonly unit: ListedUnit;
  readonly standard: Standard;
  readonly needsCode: boolean;
  /** As typed, also when it is wrong; passwords are never sent back. */
  readonly typed: Readonly<Partial<Record<SetUpField, string>>>;
  readonly faults: SetUpFaults;
}

/** Second half of the set-up: class of territory with its basis, and the first administrator. */
export function SetUpPage(props: SetUpPageProps): VNode {
  const { language, unit, typed } = props;
  const words = messages[language];
  const errorOf = (field: SetUpField) => {
    const fault = props.faults[field];
    return fault && words.faults[fault];
  };
  return (
    <Page
      language={language}
      title={words.title}
      assets={props.assets}
      viewer={null}
      currentPath={props.currentPath}
      errorSummary={SET_UP_FIELDS.flatMap((field) => {
        const message = errorOf(field);
        return message === undefined ? [] : [{ field, message }];
      })}
    >
      <div class="narrow">
        <h1>{words.title}</h1>
        <form method="post" action="/cai-dat" noValidate>
          <Card>
            <input type="hidden" name="don_vi" value={unit.code} />
            <SummaryList
              rows={[
                {
                  term: words.unit,
                  value: `${unit.fullName}, ${unit.province.fullName}`,
                  action: { href: '/cai-dat', label: words.change, about: '' },
                },
              ]}
            />
            <TerritoryClass {...props} error={errorOf('loai_vung')} />
            <Field
              id="can_cu"
              label={words.basis}
              hint={words.basisHint}
              value={typed.can_cu}
              error={errorOf('can_cu')}
              width="full"
              required
            />
          </Card>
          <Card title={words.administrator} id="quan-tri">
            <p>{words.administratorHint}</p>
            <Field
              id="ho_ten"
              label={words.name}
              value={typed.ho_ten}
              error={errorOf('ho_ten')}
              autocomplete="name"
              required
            />
            <Field
              id="ten_dang_nhap"
              label={words.username}
              hint={words.usernameHint}
              value={typed.ten_dang_nhap}
              error={errorOf('ten_dang_nhap')}
              autocomplete="username"
              required
            />
            <Field
              id="mat_khau"
              kind="password"
              label={words.password}
              hint={words.passwordHint}
              error={errorOf('mat_khau')}
              autocomplete="new-password"
              required
            />
            <Field
              id="nhap_lai"
              kind="password"
              label={words.repeat}
              error={errorOf('nhap_lai')}
              autocomplete="new-password"
              required
            />
            {props.needsCode && <CodeField language={language} error={errorOf('ma_thiet_lap')} />}
          </Card>
          <Button>{words.submit}</Button>
        </form>
      </div>
    </Page>
  );
}

/** The classes as the standard states them. Nothing is chosen beforehand: a wrong class moves the threshold. */
function TerritoryClass(props: SetUpPageProps & { readonly error: string | undefined }): VNode {
  const { language, standard } = props;
  const words = messages[language];
  const classes = standard.recognition.thresholds;
  const statementOf = (one: (typeof classes)[number]) =>
    language === 'vi' ? one.statement : one.statementEn;
  const suggestion = suggestClass(props.unit, classes);
  const suggested = classes.find((one) => one.class === suggestion?.territoryClass);
  return (
    <>
      <Radios
        id="loai_vung"
        label={words.classLabel}
        hint={words.classHint(standard.legalBasis.number)}
        error={props.error}
        value={props.typed.loai_vung}
        choices={classes.map((one) => ({
          value: one.class,
          label: statementOf(one),
          hint: words.threshold(formatNumber(one.points, language)),
        }))}
      />
      {suggestion && suggested && (
        <Note title={words.suggestion(statementOf(suggested))}>
          <p>{words.reasons[suggestion.reason]}</p>
        </Note>
      )}
    </>
  );
}
