import { Hono } from 'hono';
import { memoryFileStore } from '../../../../test/support/memory-file-store.ts';
import { assessmentContext, type Ward } from '../../../../test/support/ward.ts';
import type { Database, PersonActor } from '../../../platform/database/index.ts';
import { type RequestEnvironment, RequestError } from '../../../platform/http/index.ts';
import { assetsFrom } from '../../../ui/assets.ts';
import type { PlansDependencies } from '../dependencies.ts';
import { plansRoutes } from '../routes.tsx';

const assets = assetsFrom(
  {
    'src/ui/styles/main.scss': { file: 'assets/main.css', isEntry: true },
    'src/features/plans/islands/reading-highlight.island.ts': {
      file: 'assets/reading-highlight.js',
      isEntry: true,
    },
  },
  '0.0.0',
);

/** What deeds and pages of plans need, on the database of a test; the day is 15 October 2026. */
export async function plansDependencies(database: Database): Promise<PlansDependencies> {
  return { ...(await assessmentContext(database)), files: memoryFileStore(), assets };
}

/** The pages of plans alone, as somebody who is signed in sees them. */
export function pagesOf(dependencies: PlansDependencies, actor: PersonActor) {
  const application = new Hono<RequestEnvironment>();
  application.onError((error, c) => {
    if (error instanceof RequestError) return c.text(error.code, error.status);
    throw error;
  });
  application.use(async (c, next) => {
    c.set('language', 'vi');
    c.set('actor', actor);
    await next();
  });
  application.route('/', plansRoutes(dependencies));
  return {
    get: (path: string) => Promise.resolve(application.request(path)),
    post: (path: string, fields: Readonly<Record<string, string>> = {}) =>
      Promise.resolve(application.request(path, { method: 'POST', body: new URLSearchParams(fields) })),
    send: (path: string, fields: Readonly<Record<string, string | File>>) => {
      const body = new FormData();
      for (const [name, value] of Object.entries(fields)) body.set(name, value);
      return Promise.resolve(application.request(path, { method: 'POST', body }));
    },
  };
}

/** Somebody of the province who appraises the ward. */
export function appraiserOf(ward: Ward): PersonActor {
  const { culture_society: somebody } = ward.people;
  return {
    ...somebody,
    unit: { ...somebody.unit, id: somebody.personId as never, level: 'province', type: 'province' },
    memberships: [{ ...somebody.memberships[0]!, role: 'appraiser' }],
  };
}

/** A plan of a ward that does not exist, as its officer would paste it. */
export const PASTED = `ỦY BAN NHÂN DÂN
PHƯỜNG THỬ MỘT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: 12/KH-UBND

Thử Một, ngày 05 tháng 02 năm 2026

KẾ HOẠCH
Công tác trẻ em năm 2026 trên địa bàn phường Thử Một

Căn cứ Luật Trẻ em ngày 05/4/2016;

Căn cứ Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ ban hành Quy định tiêu chuẩn, trình tự đánh giá và công nhận xã, phường, thị trấn phù hợp với trẻ em;

Ủy ban nhân dân phường ban hành Kế hoạch công tác trẻ em năm 2026 như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Để mỗi gia đình trong phường biết việc phải làm cho trẻ em của mình.

2. Yêu cầu

- Việc nào cũng có người chịu trách nhiệm và thời hạn.

II. CHỈ TIÊU

- Phấn đấu 92% trẻ em dưới 1 tuổi được tiêm chủng đầy đủ.

III. NHIỆM VỤ, GIẢI PHÁP

1. Rà soát các ao, hồ chưa có rào chắn trong phường.

2. Mở lớp bơi miễn phí cho học sinh tiểu học trong dịp hè.

IV. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội

- Hằng tháng lập danh sách trẻ em có hoàn cảnh đặc biệt.

- Theo dõi, đánh giá các tiêu chí 1, 6, 12, 13.

2. Công an phường

- Theo dõi, đánh giá các tiêu chí 3, 4; gửi số liệu trước ngày 05/11/2026.

3. Các ban, ngành, đoàn thể phường

- Lồng ghép nội dung của Kế hoạch vào chương trình công tác của mình.

V. CHẾ ĐỘ BÁO CÁO

Các đơn vị gửi báo cáo năm về Phòng Văn hóa - Xã hội trước ngày 10/11/2026.

Trên đây là Kế hoạch công tác trẻ em năm 2026 của Ủy ban nhân dân phường./.

Nơi nhận:
- Sở Y tế (b/c);
- Các đơn vị nêu tại mục IV;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Thị Mẫu
`;
