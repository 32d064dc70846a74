import { placeName } from '../../domain/place/index.ts';
import { type ActorUnit, type Database, type PlaceActor, prepared, type UnitId } from '../database/index.ts';

interface PlaceRow {
  link_id: string;
  place_id: string;
  place_type: string;
  place_name: string;
  given_to: string;
  expires_at: Date;
  unit_id: UnitId;
  unit_code: string;
  unit_level: ActorUnit['level'];
  unit_type: ActorUnit['type'];
  unit_name: string;
  province_code: string;
  fictional: boolean;
}

const placeOfDeviceHash = prepared<PlaceRow>(
  'place_of_device',
  'select * from identity.place_of_device($1, $2)',
);

/** A village at a device that its link was opened on. */
export interface PlaceAtDevice {
  readonly actor: PlaceActor;
  readonly givenTo: string;
  readonly expiresAt: Date;
}

/**
 * The place behind a device, in one statement; null when its link has ended or was revoked.
 * @param tokenHash SHA-256 of the device's token: what is looked up is not what was sent, so that the time tells nothing of it
 */
export async function placeOfDevice(
  database: Database,
  tokenHash: Buffer,
  now: Date,
): Promise<PlaceAtDevice | null> {
  database.statements.count++;
  const { rows } = await database.pool.query<PlaceRow>({ ...placeOfDeviceHash, values: [tokenHash, now] });
  const row = rows[0];
  if (row === undefined) return null;
  const unit: ActorUnit = {
    id: row.unit_id,
    code: row.unit_code,
    level: row.unit_level,
    type: row.unit_type,
    fullName: row.unit_name,
    provinceCode: row.province_code,
    fictional: row.fictional,
  };
  return {
    actor: {
      kind: 'place',
      linkId: row.link_id,
      placeId: row.place_id,
      placeName: placeName({ type: row.place_type, name: row.place_name }),
      unit,
      territory: [unit.id],
    },
    givenTo: row.given_to,
    expiresAt: row.expires_at,
  };
}
