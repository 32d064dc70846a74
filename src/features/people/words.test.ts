import { describe, expect, it } from 'vitest';
import { deviceOf } from './device.ts';
import { localPath } from './local-path.ts';
import { newOneTimePassword } from './one-time-password.ts';
import { usernamesFor } from './username.ts';

describe('a one-time password', () => {
  const many = Array.from({ length: 500 }, newOneTimePassword);

  it('is three groups of four that nobody misreads and no Vietnamese keyboard changes', () => {
    for (const password of many) expect(password).toMatch(/^[cfhjkmnprtvx2-9]{4}(-[cfhjkmnprtvx2-9]{4}){2}$/);
  });

  it('does not come twice, and uses every sign', () => {
    expect(new Set(many).size).toBe(many.length);
    expect(new Set(many.join('')).size).toBe(21);
  });
});

describe('a user name made from a name', () => {
  const firstOf = (name: string, count = 3) => {
    const names = usernamesFor(name);
    return Array.from({ length: count }, () => names.next().value);
  };

  it('is the given name and the initials of the rest, without tones', () => {
    expect(firstOf('Nguyễn Thị Hoa')).toEqual(['hoant', 'hoant2', 'hoant3']);
    expect(firstOf('ĐẶNG ĐÌNH ĐỨC', 1)).toEqual(['ducdd']);
    expect(firstOf("H'Hen Niê", 1)).toEqual(['nieh']);
  });

  it('always has the form that user names have', () => {
    expect(firstOf('An')).toEqual(['an2', 'an3', 'an4']);
    expect(firstOf('Y')).toEqual(['y02', 'y03', 'y04']);
    expect(firstOf('…', 2)).toEqual(['nguoidung', 'nguoidung2']);
    expect(firstOf(`Lê ${'a'.repeat(90)}`, 2).every((name) => name.length <= 40)).toBe(true);
  });
});

describe('the address to come back to', () => {
  it('is a path of this site with its query', () => {
    expect(localPath('/nguoi-dung?tim=hoa&trang=2', '/')).toBe('/nguoi-dung?tim=hoa&trang=2');
    expect(localPath('/tìm', '/')).toBe('/t%C3%ACm');
  });

  it('is never another site, however it is written', () => {
    const elsewhere = [
      '//x.vn',
      '/\\x.vn',
      '/\t/x.vn',
      '/.//x.vn',
      'https://x.vn',
      'javascript:alert(1)',
      '',
    ];
    for (const claimed of elsewhere) expect(localPath(claimed, '/'), claimed).toBe('/');
    expect(localPath(undefined, '/tai-khoan')).toBe('/tai-khoan');
  });
});

describe('the device of a session', () => {
  it('is told by its browser and system', () => {
    const edge = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0';
    const phone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1';
    expect(deviceOf(edge)).toEqual({ browser: 'Edge', system: 'Windows' });
    expect(deviceOf(phone)).toEqual({ browser: 'Safari', system: 'iPhone' });
    expect(deviceOf('curl/8.5.0')).toBeNull();
  });
});
