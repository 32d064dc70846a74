import type { Membership, PersonActor, PersonId, UnitId } from '../database/index.ts';

/** What the readers of `identity` that see every unit tell of a person. */
export interface PersonRow {
  user_id: string;
  person_id: PersonId;
  person_name: string;
  must_change_password: boolean;
  unit_id: UnitId;
  unit_code: string;
  unit_level: PersonActor['unit']['level'];
  unit_type: PersonActor['unit']['type'];
  unit_name: string;
  province_code: string;
  fictional: boolean;
  memberships: Membership[];
  /** Of the array type uuid[], which arrives as text. */
  territory: UnitId[];
}

export function actorOf(row: PersonRow): PersonActor {
  return {
    kind: 'person',
    personId: row.person_id,
    userId: row.user_id,
    name: row.person_name,
    mustChangePassword: row.must_change_password,
    unit: {
      id: row.unit_id,
      code: row.unit_code,
      level: row.unit_level,
      type: row.unit_type,
      fullName: row.unit_name,
      provinceCode: row.province_code,
      fictional: row.fictional,
    },
    memberships: row.memberships,
    territory: row.territory,
  };
}
