import type { VNode } from 'preact';
import { ROLE_NAMES } from '../../../domain/organisation/index.ts';
import type { Membership } from '../../../platform/database/index.ts';
import type { Language } from '../../../ui/language.ts';
import { messages } from '../messages.ts';

/** The roles of a person, each with its organisation, one below the other. */
export function RoleList(props: {
  readonly memberships: readonly Membership[];
  readonly language: Language;
}): VNode {
  if (props.memberships.length === 0) return <>{messages[props.language].noRole}</>;
  return (
    <>
      {props.memberships.map(({ organisationId, organisationName, role }) => (
        <div key={`${organisationId} ${role}`}>
          {ROLE_NAMES[role][props.language]} <span class="muted">· {organisationName}</span>
        </div>
      ))}
    </>
  );
}
