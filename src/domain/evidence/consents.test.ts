import { describe, expect, test } from 'vitest';
import { type ChildConsent, type FileAtTheDoor, leavingCopy, mayBePublished } from './index.ts';

const picture: FileAtTheDoor = {
  confidentiality: 'public',
  showsChildren: true,
  hasRedactedCopy: true,
  scan: 'clean',
  withdrawn: false,
};
const small: ChildConsent = {
  mark: 'trẻ thứ nhất bên trái',
  sevenOrOlder: false,
  guardianAgreedOn: '2026-05-02',
  childAgreedOn: null,
  withdrawnOn: null,
};
const older: ChildConsent = {
  ...small,
  mark: 'trẻ áo xanh',
  sevenOrOlder: true,
  childAgreedOn: '2026-05-03',
};

describe('what shows children is published', () => {
  test('with the consent of the guardian of each, and as its redacted copy', () => {
    expect(mayBePublished(picture, [small, older])).toEqual({ ok: true, copy: 'redacted' });
  });

  test('from seven years on with the child’s own consent too', () => {
    expect(mayBePublished(picture, [small, { ...older, childAgreedOn: null }])).toEqual({
      ok: false,
      because: [],
      lacking: [{ mark: 'trẻ áo xanh', lacks: ['child'] }],
    });
  });

  test('no longer when one consent was withdrawn', () => {
    const withdrawn = { ...small, withdrawnOn: '2026-06-01' };
    expect(mayBePublished(picture, [withdrawn, older])).toMatchObject({
      lacking: [{ mark: small.mark, lacks: ['withdrawn'] }],
    });
  });

  test('not before any child is recorded, not without the copy, not when it is internal', () => {
    expect(mayBePublished(picture, [])).toMatchObject({ because: ['no_child_recorded'] });
    expect(mayBePublished({ ...picture, hasRedactedCopy: false }, [small])).toMatchObject({
      because: ['children_without_copy'],
    });
    expect(mayBePublished({ ...picture, confidentiality: 'internal' }, [small])).toMatchObject({
      because: ['not_public'],
    });
  });
});

describe('which copy leaves the unit', () => {
  test('of what shows children the redacted one alone; of what is restricted none, redacted or not', () => {
    expect(leavingCopy(picture)).toEqual({ copy: 'redacted' });
    expect(leavingCopy({ ...picture, hasRedactedCopy: false })).toEqual({
      copy: null,
      because: 'children_without_copy',
    });
    expect(leavingCopy({ ...picture, confidentiality: 'restricted' })).toEqual({
      copy: null,
      because: 'restricted',
    });
  });

  test('of what shows none the file itself, unless it was withdrawn or is not known to be clean', () => {
    const plain = { ...picture, showsChildren: false, hasRedactedCopy: false };
    expect(leavingCopy(plain)).toEqual({ copy: 'file' });
    expect(leavingCopy({ ...plain, withdrawn: true })).toEqual({ copy: null, because: 'withdrawn' });
    expect(leavingCopy({ ...plain, scan: 'infected' })).toEqual({ copy: null, because: 'infected' });
    expect(leavingCopy({ ...plain, scan: 'waiting' })).toEqual({ copy: null, because: 'scan_waiting' });
  });
});
