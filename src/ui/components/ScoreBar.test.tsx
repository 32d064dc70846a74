import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { ScoreBar } from './ScoreBar.tsx';

describe('the bar of a total', () => {
  it('says in one sentence what is there, what can still come and what the threshold asks', () => {
    const html = renderToString(
      <ScoreBar language="vi" have={700} range={{ least: 700, most: 850 }} maximum={1000} threshold={850} />,
    );
    expect(html).toContain(
      'aria-label="Hiện có 700 trên 1.000 điểm; còn có thể đạt từ 700 đến 850 điểm; còn thiếu 150 điểm so với ngưỡng 850 điểm."',
    );
  });

  it('says that the threshold is reached', () => {
    const html = renderToString(<ScoreBar language="en" have={912.5} maximum={1000} threshold={850} />);
    expect(html).toContain('912.5 of 1,000 points so far; the threshold of 850 points is reached.');
  });

  it('draws shares of the maximum without any inline style', () => {
    const html = renderToString(<ScoreBar language="vi" have={1} maximum={3} />);
    expect(html).toContain('<rect class="have" width="33.333%"');
    expect(html).not.toContain('style=');
  });

  it('never draws beyond its ends', () => {
    const html = renderToString(<ScoreBar language="vi" have={1000} maximum={1000} threshold={900} />);
    expect(html).toContain('<rect class="beyond" x="100%" width="0%"');
    expect(html).toContain('text-anchor="end"');
  });
});
