import { organisationName, type Role } from '../../domain/organisation/index.ts';
import { searchKey } from '../../domain/text/index.ts';
import { organisationCatalogue } from '../people/index.ts';
import { MAIN_WARD, SISTER_WARD } from './plan.ts';

/** One password for every account of the sample: it protects nothing, and everybody is told. */
export const DEMO_PASSWORD = 'mang-non-mau';

/** A post in a unit: who has it, in which kind of organisation, with which role. */
export interface Post {
  /** First half of the user name; the second is the unit. */
  readonly key: string;
  readonly organisationKind: string;
  readonly role: Role;
  /** Says by itself that the person is invented. */
  readonly name: string;
}

export const PLANNING_OFFICER: Post = {
  key: 'thuongtruc',
  organisationKind: 'culture_society',
  role: 'planningOfficer',
  name: 'Cán bộ mẫu – Phòng Văn hóa - Xã hội',
};
export const LEADER: Post = {
  key: 'lanhdao',
  organisationKind: 'committee_leadership',
  role: 'communeLeader',
  name: 'Lãnh đạo mẫu – Ủy ban nhân dân',
};
const everyUnit: readonly Post[] = [PLANNING_OFFICER, LEADER];
const mainWard: readonly Post[] = [
  PLANNING_OFFICER,
  { key: 'congan', organisationKind: 'police', role: 'policeOfficer', name: 'Cán bộ mẫu – Công an' },
  {
    key: 'vanphong',
    organisationKind: 'council_committee_office',
    role: 'officeOfficer',
    name: 'Cán bộ mẫu – Văn phòng',
  },
  {
    key: 'tramyte',
    organisationKind: 'health_station',
    role: 'healthOfficer',
    name: 'Cán bộ mẫu – Trạm Y tế',
  },
  { key: 'truonghoc', organisationKind: 'schools', role: 'schoolOfficer', name: 'Cán bộ mẫu – Trường học' },
  {
    key: 'doan',
    organisationKind: 'youth_union',
    role: 'youthOfficer',
    name: 'Cán bộ mẫu – Đoàn Thanh niên',
  },
  LEADER,
  {
    key: 'giamsat',
    organisationKind: 'fatherland_front',
    role: 'overseer',
    name: 'Người giám sát mẫu – Mặt trận',
  },
  {
    key: 'khudancu',
    organisationKind: 'villages',
    role: 'villageHead',
    name: 'Trưởng khối mẫu – Khu dân cư',
  },
  {
    key: 'quantri',
    organisationKind: 'council_committee_office',
    role: 'administrator',
    name: 'Quản trị viên mẫu',
  },
];
const province: readonly Post[] = [
  {
    key: 'thamdinh',
    organisationKind: 'health_department',
    role: 'appraiser',
    name: 'Người thẩm định mẫu – Sở Y tế',
  },
];

/** The posts that are filled in a unit of the sample. */
export function postsOf(unit: {
  readonly code: string;
  readonly level: 'commune' | 'province';
}): readonly Post[] {
  if (unit.level === 'province') return province;
  return unit.code === MAIN_WARD ? mainWard : everyUnit;
}

/** `congan.luongvantri`: no two units of the sample's province bear the same name. */
export function usernameOf(post: Post, unitName: string): string {
  return `${post.key}.${searchKey(unitName).replace(/[^a-z0-9]/g, '')}`;
}

/** One account of the sample, as it is told to people. */
export interface DemoAccount {
  readonly unit: string;
  readonly organisation: string;
  readonly role: Role;
  readonly name: string;
  readonly username: string;
}

/** The accounts worth telling; the planning officer and the leader of every other unit have one too. */
export interface DemoAccounts {
  readonly password: string;
  readonly accounts: readonly DemoAccount[];
}

const told = [
  {
    code: MAIN_WARD,
    level: 'commune',
    type: 'ward',
    name: 'Lương Văn Tri',
    fullName: 'Phường Lương Văn Tri',
  },
  { code: SISTER_WARD, level: 'commune', type: 'ward', name: 'Tam Thanh', fullName: 'Phường Tam Thanh' },
  { code: '20', level: 'province', type: 'province', name: 'Lạng Sơn', fullName: 'Tỉnh Lạng Sơn' },
] as const;

/** @param day YYYY-MM-DD; organisations bear the names of that day */
export function demoAccounts(day: string): DemoAccounts {
  return {
    password: DEMO_PASSWORD,
    accounts: told.flatMap((unit) =>
      postsOf(unit).map((post) => ({
        unit: unit.fullName,
        organisation: organisationName(organisationCatalogue(), post.organisationKind, unit.type, day) ?? '',
        role: post.role,
        name: post.name,
        username: usernameOf(post, unit.name),
      })),
    ),
  };
}
