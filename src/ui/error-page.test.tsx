import { describe, expect, it } from 'vitest';
import { codeOf, ErrorPage, type ErrorPageProps, type ErrorStatus } from './error-page.tsx';
import { renderPage } from './page.tsx';

const assets = { stylesheet: '/assets/main-1.css', islands: [], version: '0.1.0' };
const refresh = '<meta http-equiv="refresh" content="5"/>';

function errorPage(props: Partial<ErrorPageProps> = {}): string {
  return renderPage(
    <ErrorPage
      status={404}
      language="vi"
      assets={assets}
      viewer={null}
      currentPath="/chu-ky/2026"
      {...props}
    />,
  );
}

describe('the page of an error', () => {
  it.each([400, 403, 404, 409, 413, 500, 503] as const)(
    'says where it happened and its stable code (%i)',
    (status) => {
      for (const language of ['vi', 'en'] as const) {
        const html = errorPage({ status, language });
        expect(html).toContain('/chu-ky/2026');
        expect(html).toContain(codeOf[status as ErrorStatus]);
      }
    },
  );

  it('prefers the exact sentence, code and request number that it is given', () => {
    const html = errorPage({
      status: 400,
      what: 'Tệp không phải là biểu số liệu.',
      code: 'figures.foreign-workbook',
      requestId: 'yc-17',
    });
    expect(html).toContain('Tệp không phải là biểu số liệu.');
    expect(html).toContain('figures.foreign-workbook');
    expect(html).not.toContain(codeOf[400]);
    expect(html).toContain('yc-17');
  });

  it('tries again by itself while the database cannot be reached, and only then', () => {
    expect(errorPage({ status: 503 })).toContain(refresh);
    expect(errorPage({ status: 500 })).not.toContain(refresh);
  });

  it('says of a busy server that it is busy, in place of a lost database, and leaves the trying to the person', () => {
    const html = errorPage({ status: 503, reason: 'tooBusy', code: 'pictures.too-busy' });
    expect(html).toContain('Máy đang xử lý nhiều ảnh, thử lại sau ít phút.');
    expect(html).not.toContain('cơ sở dữ liệu');
    expect(html).not.toContain(refresh);
  });

  it('leaves the waiting to the script where there is one', () => {
    const html = errorPage({
      status: 503,
      assets: { ...assets, islands: ['/assets/reload-when-back-1.js'] },
    });
    expect(html).toContain(`<noscript>${refresh}</noscript>`);
  });

  it('never sends a form a second time by itself, and says how to come back to what was typed', () => {
    const html = errorPage({ status: 503, formSent: true });
    expect(html).not.toContain(refresh);
    expect(html).toContain('những gì đã nhập vẫn còn trên trang trước');
  });
});
