import type { VNode } from 'preact';
import { ROLE_NAMES } from '../../../domain/organisation/index.ts';
import type { Language } from '../../../domain/text/index.ts';
import type { PageAssets } from '../../../ui/assets.ts';
import { Button } from '../../../ui/components/Button.tsx';
import { Card } from '../../../ui/components/Card.tsx';
import { SummaryList } from '../../../ui/components/SummaryList.tsx';
import { Table } from '../../../ui/components/Table.tsx';
import { Page, type Viewer } from '../../../ui/page.tsx';
import { messages } from '../messages.ts';
import type { DemoAccounts } from '../staff.ts';

export interface AccountsPageProps {
  readonly language: Language;
  readonly assets: PageAssets;
  readonly viewer: Viewer | null;
  readonly demo: DemoAccounts;
}

/** The accounts of the sample with their one password: everybody may know them, for nothing real is behind. */
export function AccountsPage({ language, assets, viewer, demo }: AccountsPageProps): VNode {
  const words = messages[language];
  return (
    <Page
      language={language}
      title={words.title}
      assets={assets}
      viewer={viewer}
      currentPath="/du-lieu-mau"
      banner={words.banner}
    >
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <Card>
        <SummaryList rows={[{ term: words.password, value: <code>{demo.password}</code> }]} />
        <Table
          caption={words.title}
          captionHidden
          columns={[
            { heading: words.username },
            { heading: words.role },
            { heading: words.organisation },
            { heading: words.unit },
          ]}
          rows={demo.accounts.map((account) => [
            <code key={account.username}>{account.username}</code>,
            ROLE_NAMES[account.role][language],
            account.organisation,
            account.unit,
          ])}
        />
        <p class="small muted">{words.others}</p>
        {viewer === null && <Button href="/dang-nhap">{words.signIn}</Button>}
      </Card>
    </Page>
  );
}
