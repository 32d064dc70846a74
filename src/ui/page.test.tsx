import { describe, expect, it } from 'vitest';
import { Page, type PageProps, renderPage } from './page.tsx';

const assets = { stylesheet: '/assets/main-1.css', islands: [], version: '0.1.0' };

function page(props: Partial<PageProps> = {}): string {
  return renderPage(
    <Page language="vi" title="Đăng nhập" assets={assets} viewer={null} currentPath="/dang-nhap" {...props}>
      <h1>Đăng nhập</h1>
    </Page>,
  );
}

describe('a page', () => {
  it('names itself before the product in the title', () => {
    expect(page()).toContain('<title>Đăng nhập · Măng Non</title>');
  });

  it('says in its title that the form sent has a fault, and puts the faults first', () => {
    const html = page({ errorSummary: [{ field: 'ten', message: 'Nhập tên đăng nhập.' }] });
    expect(html).toContain('<title>Lỗi: Đăng nhập · Măng Non</title>');
    expect(html.indexOf('href="#ten"')).toBeLessThan(html.indexOf('<h1>'));
    expect(html).toMatch(/<div class="error-summary" role="alert" tabindex="-1" autofocus>/i);
  });

  it('shows neither menu nor account before sign-in', () => {
    expect(page()).not.toMatch(/<nav|dang-xuat/);
  });

  it('loads the scripts of its islands as modules, and no script without islands', () => {
    expect(page()).not.toContain('<script');
    expect(page({ assets: { ...assets, islands: ['/assets/unit-picker-1.js'] } })).toContain(
      '<script type="module" src="/assets/unit-picker-1.js"></script>',
    );
  });

  it('marks the part of the product in which the person is', () => {
    const html = page({
      viewer: {
        name: 'Người dùng mẫu',
        unitName: 'Phường Lương Văn Tri',
        organisationName: 'Trạm Y tế',
        navigation: [
          { href: '/tu-danh-gia', label: 'Tự đánh giá', current: true },
          { href: '/so-lieu', label: 'Số liệu', current: false },
        ],
      },
    });
    expect(html).toContain('<a href="/tu-danh-gia" aria-current="page">');
    expect(html).toContain('<a href="/so-lieu">');
  });

  it('never lets what people typed become markup', () => {
    const html = page({ title: '</title><script>', currentPath: '/"><script>' });
    expect(html).not.toContain('<script>');
  });
});
