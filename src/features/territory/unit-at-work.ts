import { type ActorUnit, prepared, type Scope, type UnitId } from '../../platform/database/index.ts';

/** A commune-level unit as the pages of its work need it. */
export interface UnitAtWork {
  readonly id: UnitId;
  readonly code: string;
  readonly type: ActorUnit['type'];
  readonly name: string;
  readonly fullName: string;
  readonly provinceName: string;
  readonly fictional: boolean;
}

const unitByCode = prepared<UnitAtWork>(
  'unit_by_code',
  `select u.unit_id as id, u.code, u.type, u.name, u.full_name as "fullName", p.full_name as "provinceName", u.fictional
     from unit u join province p on p.code = u.province_code
    where u.code = $1 and u.level = 'commune'`,
);

/** The unit of an address; undefined where there is none that the actor may know of. */
export async function findUnitAtWork(scope: Scope, code: string): Promise<UnitAtWork | undefined> {
  return (await scope.run(unitByCode, [code]))[0];
}
