import { normaliseText } from '../../../domain/text/index.ts';
import { type Clock, today } from '../../../platform/clock.ts';
import {
  type Database,
  newId,
  sqlBuilder,
  type UnitId,
  withScope,
} from '../../../platform/database/index.ts';
import { inWrongState } from '../../../platform/http/index.ts';
import type { Identity } from '../../../platform/identity/index.ts';
import { recordAudit } from '../../audit/index.ts';
import { addPerson, createOrganisationsOf } from '../../people/index.ts';
import { findListedUnit, findOccupancy } from '../queries.ts';
import { lockSetUp } from './lock-set-up.ts';

export interface SetUpServices {
  readonly database: Database;
  readonly identity: Identity;
  readonly clock: Clock;
}

/** The first unit of an installation, and who looks after it. */
export interface FirstUnit {
  /** Five digits of the country's list. */
  readonly code: string;
  readonly territoryClass: string;
  /** The decision that the class rests on. */
  readonly classBasis: string;
  readonly administrator: { readonly name: string; readonly username: string; readonly password: string };
}

/**
 * Sets the installation up: the unit with its organisations, and the first person, who administers the unit and plans
 * its work for children. Of two that do it at once, one wins.
 * @throws RequestError 409 when a unit is there already, or the code is in no list
 */
export async function setUpUnit(services: SetUpServices, first: FirstUnit): Promise<void> {
  const { administrator } = first;
  const passwordHash = await services.identity.hashPassword(administrator.password);
  await withScope(services.database, { kind: 'system', purpose: 'set-up' }, async (scope) => {
    await lockSetUp(scope);
    if ((await findOccupancy(scope)) !== 'empty')
      throw inWrongState('set-up.done', 'Đơn vị vừa được thiết lập ở một nơi khác. Hãy đăng nhập.');
    const listed = await findListedUnit(scope, first.code);
    if (listed === null)
      throw inWrongState(
        'set-up.unknown-unit',
        'Không có đơn vị hành chính mang mã này. Hãy chọn lại đơn vị.',
      );
    const at = services.clock.now();
    const id = newId<UnitId>();
    await scope.rows(
      sqlBuilder.insertInto('unit').values({
        unit_id: id,
        level: 'commune',
        code: listed.code,
        province_code: listed.province.code,
        type: listed.type,
        name: listed.name,
        full_name: listed.fullName,
        territory_class: first.territoryClass,
        class_basis: normaliseText(first.classBasis),
      }),
    );
    const unit = { id, level: 'commune', type: listed.type } as const;
    const organisations = await createOrganisationsOf(scope, unit, today(services.clock));
    const standing = organisations.find(({ kind }) => kind === 'culture_society') ?? organisations[0]!;
    const added = await addPerson(
      scope,
      at,
      id,
      {
        name: administrator.name,
        username: administrator.username,
        memberships: (['administrator', 'planningOfficer'] as const).map((role) => ({
          organisationId: standing.id,
          role,
        })),
      },
      { passwordHash, mustChangePassword: false },
    );
    if (!added.ok) throw new Error(`The first person was refused: ${added.fault}`);
    recordAudit(scope, id, at, {
      deed: 'setUpUnit',
      object: { kind: 'unit', id },
      fields: ['code', 'territoryClass', 'classBasis', 'organisations'],
    });
  });
}
