import { type FileAtTheDoor, leavingCopy, type ReasonToStay } from './leaving-copy.ts';

/** Who has agreed that what shows a child is published. The child has a mark within the file, never a name. */
export interface ChildConsent {
  readonly mark: string;
  readonly sevenOrOlder: boolean;
  readonly guardianAgreedOn: string | null;
  readonly childAgreedOn: string | null;
  readonly withdrawnOn: string | null;
}

/** What is missing of a child's consents. */
export type ConsentLack = 'withdrawn' | 'guardian' | 'child';

export type ReasonNotToPublish = ReasonToStay | 'not_public' | 'no_child_recorded';

export type Publication =
  | { readonly ok: true; readonly copy: 'file' | 'redacted' }
  | {
      readonly ok: false;
      readonly because: readonly ReasonNotToPublish[];
      readonly lacking: readonly { readonly mark: string; readonly lacks: readonly ConsentLack[] }[];
    };

/** What a child's consents lack: that of father, mother or guardian, and from seven years on the child's own. */
export function lacksOf(consent: ChildConsent): readonly ConsentLack[] {
  if (consent.withdrawnOn !== null) return ['withdrawn'];
  return [
    ...(consent.guardianAgreedOn === null ? (['guardian'] as const) : []),
    ...(consent.sevenOrOlder && consent.childAgreedOn === null ? (['child'] as const) : []),
  ];
}

/**
 * Whether an evidence may be published, and as which copy; otherwise everything that stands against it. What shows
 * children needs the consents of every child in it (Luật Trẻ em Đ.21; NĐ 56/2017 Đ.33, Đ.36), and goes out as its
 * redacted copy all the same.
 */
export function mayBePublished(file: FileAtTheDoor, consents: readonly ChildConsent[]): Publication {
  const leaving = leavingCopy(file);
  const lacking = file.showsChildren
    ? consents.map((one) => ({ mark: one.mark, lacks: lacksOf(one) })).filter(({ lacks }) => lacks.length > 0)
    : [];
  const because: ReasonNotToPublish[] = [
    ...(leaving.copy === null ? [leaving.because] : []),
    ...(file.confidentiality === 'internal' ? (['not_public'] as const) : []),
    ...(file.showsChildren && consents.length === 0 ? (['no_child_recorded'] as const) : []),
  ];
  if (leaving.copy === null || because.length > 0 || lacking.length > 0)
    return { ok: false, because, lacking };
  return { ok: true, copy: leaving.copy };
}
