import {
  type AdministrativeUnit,
  PROVINCE_TYPE_NAMES,
  type Province,
  type ProvinceType,
  UNIT_TYPE_NAMES,
  type UnitType,
  type Validity,
} from './administrative-unit.ts';
import { spellOfficially } from './spelling.ts';

/** The two tables of the published list that are used; its table of mergers is left out, for it has gaps. */
export interface PublishedList {
  readonly provinces: readonly { readonly province_code: string; readonly name: string }[];
  readonly wards: readonly {
    readonly ward_code: string;
    readonly name: string;
    readonly province_code: string;
  }[];
}

/** What the published list has wrong or does not know yet, each with the law that says so (`corrections.json`). */
export interface Corrections {
  readonly inForceFrom: { readonly date: string; readonly legalBasis: string };
  readonly codes: readonly {
    readonly wrong: string;
    readonly right: string;
    readonly fullName: string;
    readonly provinceCode: string;
    readonly legalBasis: string;
  }[];
  readonly spellings: readonly {
    readonly code: string;
    readonly fullName: string;
    readonly legalBasis: string;
  }[];
  readonly provinceChanges: readonly {
    readonly code: string;
    readonly type: ProvinceType;
    readonly from: string;
    readonly legalBasis: string;
  }[];
  readonly unitChanges: readonly {
    readonly provinceCode: string;
    readonly codes: readonly string[];
    readonly type: UnitType;
    readonly from: string;
    readonly legalBasis: string;
  }[];
}

/** Everything known of the country's units: those in force, and the types that some of them bore before. */
export interface Territory {
  readonly provinces: readonly Province[];
  readonly formerProvinces: readonly Province[];
  readonly units: readonly AdministrativeUnit[];
  readonly formerUnits: readonly AdministrativeUnit[];
}

/**
 * The country's units from the published list and our corrections.
 * @throws Error when a correction finds nothing to correct or a name has no known type: then the list has changed
 *   and the corrections must be looked at again.
 */
export function territoryFrom(list: PublishedList, corrections: Corrections): Territory {
  const validity: Validity = { validFrom: corrections.inForceFrom.date, validTo: null };
  const codes = new Map(corrections.codes.map((correction) => [correction.wrong, correction]));
  const spellings = new Map(corrections.spellings.map(({ code, fullName }) => [code, fullName]));

  const provincesAtFirst = list.provinces.map((row): Province => {
    const spelt = spellOfficially(row.name);
    const fullName = spelt.startsWith(`${PROVINCE_TYPE_NAMES.city} `)
      ? spelt
      : `${PROVINCE_TYPE_NAMES.province} ${spelt}`;
    return { code: row.province_code, ...typeAndName(fullName, PROVINCE_TYPE_NAMES), fullName, ...validity };
  });
  const unitsAtFirst = list.wards.map((row): AdministrativeUnit => {
    const correction = codes.get(row.ward_code);
    const code = correction?.right ?? row.ward_code;
    const fullName = spellings.get(code) ?? spellOfficially(row.name);
    if (correction && (correction.fullName !== fullName || correction.provinceCode !== row.province_code)) {
      throw new Error(`Code ${correction.wrong} is not ${correction.fullName} but ${fullName}`);
    }
    return {
      code,
      ...typeAndName(fullName, UNIT_TYPE_NAMES),
      fullName,
      provinceCode: row.province_code,
      ...validity,
    };
  });
  for (const { right } of corrections.codes) {
    if (!unitsAtFirst.some((unit) => unit.code === right))
      throw new Error(`No unit to be given the code ${right}`);
  }

  for (const { code } of corrections.spellings) {
    if (!unitsAtFirst.some((unit) => unit.code === code))
      throw new Error(`No unit ${code} to be spelt otherwise`);
  }
  for (const { codes, provinceCode } of corrections.unitChanges) {
    const stranger = unitsAtFirst.find(
      (unit) => codes.includes(unit.code) && unit.provinceCode !== provinceCode,
    );
    if (stranger)
      throw new Error(`${stranger.fullName} (${stranger.code}) is not of province ${provinceCode}`);
  }

  const provinces = applyChanges(provincesAtFirst, corrections.provinceChanges, PROVINCE_TYPE_NAMES);
  const unitChanges = corrections.unitChanges.flatMap(({ codes, ...change }) =>
    codes.map((code) => ({ code, ...change })),
  );
  const units = applyChanges(unitsAtFirst, unitChanges, UNIT_TYPE_NAMES);
  return {
    provinces: provinces.inForce,
    formerProvinces: provinces.former,
    units: units.inForce,
    formerUnits: units.former,
  };
}

function typeAndName<Type extends string>(
  fullName: string,
  typeNames: Readonly<Record<Type, string>>,
): { type: Type; name: string } {
  for (const [type, word] of Object.entries(typeNames) as [Type, string][]) {
    if (fullName.startsWith(`${word} `)) return { type, name: fullName.slice(word.length + 1) };
  }
  throw new Error(`A unit of unknown type: ${fullName}`);
}

/** Closes the row that held until the day before each change, and opens one under the new type. */
function applyChanges<Type extends string, Row extends Validity & { code: string; type: Type; name: string }>(
  rows: readonly Row[],
  changes: readonly { readonly code: string; readonly type: Type; readonly from: string }[],
  typeNames: Readonly<Record<Type, string>>,
): { inForce: Row[]; former: Row[] } {
  const changeOf = new Map(changes.map((change) => [change.code, change]));
  const former: Row[] = [];
  const inForce = rows.map((row) => {
    const change = changeOf.get(row.code);
    if (!change) return row;
    if (row.type === change.type) throw new Error(`Unit ${row.code} is already of type ${change.type}`);
    changeOf.delete(row.code);
    former.push({ ...row, validTo: dayBefore(change.from) });
    return {
      ...row,
      type: change.type,
      fullName: `${typeNames[change.type]} ${row.name}`,
      validFrom: change.from,
    };
  });
  if (changeOf.size > 0) throw new Error(`No unit to be changed: ${[...changeOf.keys()].join(', ')}`);
  return { inForce, former };
}

function dayBefore(date: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - 1);
  return day.toISOString().slice(0, 10);
}
