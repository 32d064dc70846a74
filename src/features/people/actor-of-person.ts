import {
  type Database,
  type Membership,
  type PersonActor,
  type PersonId,
  prepared,
  type UnitId,
  withReadScope,
} from '../../platform/database/index.ts';

type Row = Pick<PersonActor, 'personId' | 'userId' | 'name' | 'mustChangePassword' | 'unit'> & {
  readonly memberships: Membership[];
};

const personNow = prepared<Row>(
  'actor_of_person',
  `select p.id as "personId", p.user_id as "userId", p.name, p.must_change_password as "mustChangePassword",
          json_build_object('id', u.unit_id, 'code', u.code, 'level', u.level, 'type', u.type, 'fullName', u.full_name,
                            'provinceCode', u.province_code, 'fictional', u.fictional) as unit,
          (select coalesce(json_agg(json_build_object(
                    'organisationId', m.organisation_id, 'organisationKind', o.kind,
                    'organisationName', o.name, 'role', m.role) order by m.id), '[]'::json)
             from membership m join organisation o on o.unit_id = m.unit_id and o.id = m.organisation_id
            where m.unit_id = p.unit_id and m.person_id = p.id) as memberships
     from person p join unit u on u.unit_id = p.unit_id
    where p.unit_id = $1 and p.id = $2 and p.disabled_at is null`,
);

/**
 * A person as they stand now, for what the program does later in their name: with the roles of today, and the own unit
 * alone. Null where the account is gone or disabled meanwhile.
 */
export async function actorOfPerson(
  database: Database,
  unit: UnitId,
  person: PersonId,
): Promise<PersonActor | null> {
  const actor = { kind: 'system', purpose: 'actor of a job' } as const;
  const [row] = await withReadScope(database, actor, (scope) => scope.run(personNow, [unit, person]));
  return row === undefined ? null : { kind: 'person', ...row, territory: [unit] };
}
