import { describe, expect, it } from 'vitest';
import { readNewPerson, readPasswordChange, readPersonChange, readSignIn } from './schema.ts';

const organisation = '01920000-0000-7000-8000-000000000001';

describe('the form to sign in', () => {
  it('takes a user name however it is written, and a password exactly as it is', () => {
    expect(readSignIn({ ten_dang_nhap: ' HoaNT\u200b ', mat_khau: ' mật khẩu '.normalize('NFD') })).toEqual({
      ok: true,
      value: { username: 'hoant', password: ' mật khẩu '.normalize('NFC') },
    });
  });

  it('asks for both', () => {
    expect(readSignIn({})).toEqual({
      ok: false,
      faults: { ten_dang_nhap: 'usernameMissing', mat_khau: 'passwordMissing' },
    });
  });
});

describe('the form to change a password', () => {
  const change = (current: string, next: string, again = next) =>
    readPasswordChange({ mat_khau_hien_tai: current, mat_khau_moi: next, nhap_lai: again });

  it('wants ten signs, another password, and the same twice', () => {
    expect(change('mat khau cu', 'mat khau moi').ok).toBe(true);
    expect(change('cu', 'chin ky t')).toMatchObject({ faults: { mat_khau_moi: 'passwordShort' } });
    expect(change('cu', 'x'.repeat(129))).toMatchObject({ faults: { mat_khau_moi: 'passwordLong' } });
    expect(change('mat khau cu', 'mat khau cu')).toMatchObject({ faults: { mat_khau_moi: 'passwordSame' } });
  });

  it('tells all faults at once', () => {
    expect(change('', 'ngan', 'khac')).toEqual({
      ok: false,
      faults: {
        mat_khau_hien_tai: 'passwordMissing',
        mat_khau_moi: 'passwordShort',
        nhap_lai: 'passwordRepeat',
      },
    });
  });
});

describe('the form of a person', () => {
  it('leaves out empty rows, and a role that was not chosen stays open', () => {
    const fields = { ho_ten: 'Nguyễn  Thị Hoa ', to_chuc_2: organisation, to_chuc_3: '', vai_tro_3: '' };
    expect(readNewPerson({ ...fields, ten_dang_nhap: '' })).toEqual({
      ok: true,
      value: {
        name: 'Nguyễn  Thị Hoa',
        username: null,
        memberships: [{ organisationId: organisation, role: null }],
      },
    });
  });

  it('names every fault at its field, in the order of the form', () => {
    const reading = readNewPerson({
      ho_ten: ' ',
      ten_dang_nhap: 'Hoa Nguyễn',
      to_chuc_1: 'khong-phai-ma',
      vai_tro_2: 'healthOfficer',
      to_chuc_3: organisation,
      vai_tro_3: 'vua',
    });
    expect(reading).toEqual({
      ok: false,
      faults: {
        ho_ten: 'nameMissing',
        ten_dang_nhap: 'usernameForm',
        to_chuc_1: 'organisationUnknown',
        to_chuc_2: 'organisationMissing',
        vai_tro_3: 'roleUnknown',
      },
    });
    expect(Object.keys(reading.ok ? {} : reading.faults)[0]).toBe('ho_ten');
  });

  it('wants at least one organisation', () => {
    expect(readPersonChange({ ho_ten: 'Người Thử' })).toEqual({
      ok: false,
      faults: { to_chuc_1: 'membershipMissing' },
    });
  });
});
