import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sendForm, startWholeApplication, type WholeApplication } from '../test/support/whole-application.ts';

let whole: WholeApplication;
beforeAll(async () => {
  whole = await startWholeApplication();
});
afterAll(() => whole.drop());

const get = (path: string, headers: Record<string, string> = {}) =>
  Promise.resolve(whole.application.request(path, { headers }));

describe('every answer', () => {
  test('allows a page no script, style or frame of another site, and none within the page', async () => {
    for (const path of ['/cai-dat', '/khong-co-trang-nay', '/suc-khoe']) {
      const policy = (await get(path)).headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
    }
    const page = await (await get('/cai-dat')).text();
    expect(page).not.toMatch(/<script(?![^>]* src=)|<style| style=| on[a-z]+=/);
  });

  test('forbids guessing of types and keeps no copy in a shared cache', async () => {
    const { headers } = await get('/cai-dat');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toMatch(/private|no-store/);
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  test('is compressed when it is asked for, once', async () => {
    const answer = await get('/cai-dat', { 'accept-encoding': 'gzip, br' });
    expect(answer.headers.get('content-encoding')).toBe('gzip');
    const body = new Response(answer.body!.pipeThrough(new DecompressionStream('gzip')));
    expect(await body.text()).toContain('Thiết lập ban đầu');
    expect((await get('/cai-dat')).headers.get('content-encoding')).toBeNull();
  });

  test('asks browsers to stay with HTTPS where that is the public address', async () => {
    const secure = await startWholeApplication({ publicUrl: 'https://mangnon.example.vn' });
    const { headers } = await secure.application.request('/suc-khoe');
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    await secure.drop();
  });
});

describe('a form', () => {
  test('from another site is refused, whatever it claims', async () => {
    for (const headers of [
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'cross-site', origin: 'http://evil.example' },
      { 'sec-fetch-site': '', origin: 'null' },
      { 'sec-fetch-site': '' },
    ]) {
      const answer = await sendForm(whole.application, '/ngon-ngu', { ngon_ngu: 'en' }, headers);
      expect(answer.status).toBe(403);
      expect(await answer.text()).toContain('request.foreign-origin');
    }
  });

  test('from our own address is taken, also without Sec-Fetch-Site, as in an office network without HTTPS', async () => {
    const answer = await sendForm(
      whole.application,
      '/ngon-ngu',
      { ngon_ngu: 'en' },
      {
        'sec-fetch-site': '',
        origin: 'http://192.168.1.9:3000',
        host: '192.168.1.9:3000',
      },
    );
    expect(answer.status).toBe(303);
  });

  test('of more than a megabyte is refused with a page that says so', async () => {
    const answer = await sendForm(whole.application, '/cai-dat', { can_cu: 'x'.repeat(1_100_000) });
    expect(answer.status).toBe(413);
    expect(await answer.text()).toContain('Tệp hoặc nội dung quá lớn');
  });
});

describe('an address that is none', () => {
  test('leads to the set-up while there is no unit', async () => {
    for (const path of ['/', '/don-vi/05983/tu-danh-gia/2026', '/khong-co']) {
      const answer = await get(path);
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/cai-dat']);
    }
  });

  test('leads a village back to its own pages, for it has no account to sign in with', async () => {
    const { application, drop } = await startWholeApplication();
    await sendForm(application, '/cai-dat/du-lieu-mau', {});
    const page = await (await application.request('/thon/khong-co')).text();
    expect(page).toContain('<a class="brand" href="/thon">');
    expect(page).not.toContain('href="/"');
    await drop();
  });

  test('answers programs in their own form', async () => {
    const { application, drop } = await startWholeApplication();
    await sendForm(application, '/cai-dat/du-lieu-mau', {});
    const answer = await application.request('/khong-co', { headers: { accept: 'application/json' } });
    expect(answer.status).toBe(404);
    expect(await answer.json()).toEqual({
      error: { code: 'page.not-found', message: expect.stringContaining('Không có trang') },
    });
    await drop();
  });
});

test('the switch of language on the answer to a form comes back to the page of the form', async () => {
  const { application, drop } = await startWholeApplication();
  await sendForm(application, '/cai-dat/du-lieu-mau', {});
  const id = '01890a5d-ac96-774b-bcce-b302099a8057';
  const village = `/thon/phieu/${id}`;
  const evidence = `/don-vi/05983/minh-chung/${id}`;
  const task = `/don-vi/05983/nhiem-vu/${id}`;
  for (const [form, page] of [
    [`${village}/nop`, village],
    [`${evidence}/cong-bo`, evidence],
    [`${evidence}/tre-em/${id}/rut`, `${evidence}/tre-em`],
    [`${task}/ky/${id}/bao-cao`, task],
    ['/dang-xuat', '/'],
  ] as const) {
    const switched = await sendForm(application, '/ngon-ngu', { ngon_ngu: 'en', tro_ve: form });
    const back = await application.request(switched.headers.get('location')!);
    expect([form, back.status, back.headers.get('location')]).toEqual([form, 303, page]);
  }
  expect((await application.request(`${evidence}/khong-co`)).status).toBe(404);
  await drop();
});

test('the health page says whether the database is reached, and nothing else', async () => {
  const answer = await get('/suc-khoe');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ status: 'ok', database: 'reachable' });
});

describe('when the database is lost', () => {
  const connections = new Set<Socket>();
  let proxy: Server;
  let lost: WholeApplication;
  let target: URL;
  let port = 0;

  const open = async () => {
    proxy = createServer((client) => {
      const server = connect(Number(target.port), target.hostname);
      for (const [one, other] of [
        [client, server],
        [server, client],
      ] as const) {
        connections.add(one);
        one.pipe(other);
        one.on('error', () => other.destroy());
        one.on('close', () => connections.delete(one));
      }
    });
    proxy.listen(port, '127.0.0.1');
    await once(proxy, 'listening');
    port = (proxy.address() as { port: number }).port;
  };
  const cut = async () => {
    const closed = once(proxy, 'close');
    proxy.close();
    for (const connection of connections) connection.destroy();
    await closed;
  };

  beforeAll(async () => {
    target = new URL('postgresql://127.0.0.1:1');
    await open();
    lost = await startWholeApplication({
      via: (connectionString) => {
        target = new URL(connectionString);
        const address = new URL(connectionString);
        address.host = `127.0.0.1:${port}`;
        return address.href;
      },
    });
  });
  afterAll(async () => {
    await cut();
    await lost.drop();
  });

  test('pages say so and try again, and all is well once it is back, without a restart', async () => {
    expect((await lost.application.request('/cai-dat')).status).toBe(200);
    await cut();
    const away = await lost.application.request('/cai-dat');
    expect(away.status).toBe(503);
    expect(away.headers.get('retry-after')).toBe('5');
    const page = await away.text();
    expect(page).toContain('database.unreachable');
    expect(page).toContain('reload-when-back');
    expect((await lost.application.request('/suc-khoe')).status).toBe(503);
    const form = await sendForm(lost.application, '/cai-dat', { don_vi: '05983' });
    expect(form.status).toBe(503);
    expect(await form.text()).not.toContain('reload');
    await open();
    expect((await lost.application.request('/cai-dat')).status).toBe(200);
    expect((await lost.application.request('/suc-khoe')).status).toBe(200);
  });
});
