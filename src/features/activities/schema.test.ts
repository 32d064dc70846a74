import { describe, expect, it } from 'vitest';
import { readActivity } from './schema.ts';

const attendanceOf = (lines: string) =>
  readActivity('training', {
    ten: 'Tập huấn',
    tu_ngay: '05/03/2026',
    don_vi: '0192a000-0000-7000-8000-000000000001',
    nguoi_du: lines,
  });

describe('who attended', () => {
  it('is a name a line, with a capacity behind a semicolon, comma, tab or dash', () => {
    const read = attendanceOf(
      'Nguyễn Thị Mẫu; công chức\r\nTrần Văn Ví Dụ\ttrưởng khối\n\nLê Thị Thử - phụ huynh\nLò Văn Mẫu',
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        attendance: [
          { name: 'Nguyễn Thị Mẫu', capacity: 'công chức' },
          { name: 'Trần Văn Ví Dụ', capacity: 'trưởng khối' },
          { name: 'Lê Thị Thử', capacity: 'phụ huynh' },
          { name: 'Lò Văn Mẫu', capacity: null },
        ],
      },
    });
  });

  it('is refused at once when a line can be no name, however long it is', () => {
    const begin = performance.now();
    expect(attendanceOf(`Nguyễn${' '.repeat(500_000)}Mẫu`)).toMatchObject({
      faults: { nguoi_du: 'attendanceName' },
    });
    expect(attendanceOf('Nguyễn Thị Mẫu\n'.repeat(501))).toMatchObject({
      faults: { nguoi_du: 'attendanceLong' },
    });
    expect(performance.now() - begin).toBeLessThan(1_000);
  });

  it('never lacks somebody whose line could not be read', () => {
    expect(attendanceOf(`Nguyễn Thị Mẫu\n${'a'.repeat(400)}`)).toMatchObject({ ok: false });
    expect(attendanceOf('; công chức')).toMatchObject({ ok: false });
  });
});
