/** Roles that enter the figures of their organisation. */
export const OFFICER_ROLES = [
  'planningOfficer',
  'officeOfficer',
  'healthOfficer',
  'schoolOfficer',
  'policeOfficer',
  'economyOfficer',
  'publicServiceOfficer',
  'youthOfficer',
  'womensUnionOfficer',
] as const;

/**
 * What a person does in the work for child-friendly communes. A person may have several roles, each in an
 * organisation; what a role may do is said by the policy of each feature.
 */
export const ROLES = [
  ...OFFICER_ROLES,
  'overseer',
  'villageHead',
  'collaborator',
  'communeLeader',
  'councilMember',
  'administrator',
  'appraiser',
] as const;

export type Role = (typeof ROLES)[number];

export interface RoleName {
  readonly vi: string;
  readonly en: string;
}

export const ROLE_NAMES: Readonly<Record<Role, RoleName>> = {
  planningOfficer: { vi: 'Cán bộ thường trực công tác trẻ em', en: 'Planning officer' },
  officeOfficer: { vi: 'Cán bộ văn phòng, tư pháp - hộ tịch', en: 'Office and civil status officer' },
  healthOfficer: { vi: 'Cán bộ y tế', en: 'Health officer' },
  schoolOfficer: { vi: 'Cán bộ trường học', en: 'School officer' },
  policeOfficer: { vi: 'Cán bộ công an', en: 'Police officer' },
  economyOfficer: { vi: 'Cán bộ kinh tế, tài chính', en: 'Economy and finance officer' },
  publicServiceOfficer: { vi: 'Cán bộ dịch vụ công ích', en: 'Public utility service officer' },
  youthOfficer: { vi: 'Cán bộ Đoàn Thanh niên', en: 'Youth Union officer' },
  womensUnionOfficer: { vi: 'Cán bộ Hội Liên hiệp Phụ nữ', en: "Women's Union officer" },
  overseer: { vi: 'Người giám sát (Mặt trận và đoàn thể)', en: 'Overseer (Fatherland Front)' },
  villageHead: { vi: 'Trưởng thôn, tổ trưởng tổ dân phố', en: 'Village or neighbourhood head' },
  collaborator: { vi: 'Cộng tác viên bảo vệ trẻ em', en: 'Child protection collaborator' },
  communeLeader: { vi: 'Lãnh đạo Ủy ban nhân dân', en: "Leader of the People's Committee" },
  councilMember: { vi: 'Thành viên Hội đồng đánh giá', en: 'Member of the assessment council' },
  administrator: { vi: 'Quản trị hệ thống của đơn vị', en: 'Administrator of the unit' },
  appraiser: { vi: 'Người thẩm định của cấp trên', en: 'Appraiser of the superior level' },
};

/** Roles that see what is collected from villages, schools and organisations; of whose sheets, the collection says. */
export const COLLECTION_ROLES: ReadonlySet<Role> = new Set([
  ...OFFICER_ROLES,
  'communeLeader',
  'councilMember',
]);

/** Whether a text names a role; stored and received roles are checked with it. */
export function isRole(text: unknown): text is Role {
  return ROLES.some((role) => role === text);
}
