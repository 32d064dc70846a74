/** What decides whether a file of an evidence may leave the unit, and as what. */
export interface FileAtTheDoor {
  readonly confidentiality: 'public' | 'internal' | 'restricted';
  /** Children can be recognised in it. */
  readonly showsChildren: boolean;
  /** Whether there is a copy with the areas blacked out. */
  readonly hasRedactedCopy: boolean;
  readonly scan: 'not_scanned' | 'waiting' | 'clean' | 'infected';
  readonly withdrawn: boolean;
}

export type ReasonToStay = 'withdrawn' | 'infected' | 'scan_waiting' | 'restricted' | 'children_without_copy';

export type LeavingCopy =
  | { readonly copy: 'file' | 'redacted' }
  | { readonly copy: null; readonly because: ReasonToStay };

/**
 * Which copy of a file leaves the unit, to the re-inspection team or to the public. Where children can be recognised it
 * is the redacted copy and nothing else (Luật Trẻ em Điều 21; NĐ 56/2017 Đ.33 to 36); what is restricted, withdrawn or
 * not known to be free of malware stays.
 */
export function leavingCopy(file: FileAtTheDoor): LeavingCopy {
  if (file.withdrawn) return { copy: null, because: 'withdrawn' };
  if (file.scan === 'infected') return { copy: null, because: 'infected' };
  if (file.scan === 'waiting') return { copy: null, because: 'scan_waiting' };
  if (file.confidentiality === 'restricted') return { copy: null, because: 'restricted' };
  if (!file.showsChildren) return { copy: 'file' };
  return file.hasRedactedCopy ? { copy: 'redacted' } : { copy: null, because: 'children_without_copy' };
}
