/** Says in every made-up paper what it is. */
export const MADE_UP = 'văn bản mô phỏng';

const head = (
  issuer: string,
  place: string,
  number: string,
  date: readonly [string, string, number],
) => `ỦY BAN NHÂN DÂN
${issuer.toLocaleUpperCase('vi')}

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Số: ${number}/KH-UBND

${place}, ngày ${date[0]} tháng ${date[1]} năm ${date[2]}
`;

/** The plan of the province for a year, on which the ward's own rests. */
export const planOfProvince = (
  year: number,
): string => `${head('Tỉnh Lạng Sơn', 'Lạng Sơn', '901', ['19', '01', year])}
KẾ HOẠCH
Công tác trẻ em năm ${year} trên địa bàn tỉnh Lạng Sơn (${MADE_UP})

Căn cứ Luật Trẻ em ngày 05/4/2016;

Ủy ban nhân dân tỉnh ban hành Kế hoạch công tác trẻ em năm ${year} như sau:

I. MỤC TIÊU

1. Mục tiêu chung

- Trẻ em trong tỉnh được sống an toàn và được lắng nghe trong mọi việc của mình.

2. Mục tiêu cụ thể

- Trên 97% trẻ em được đăng ký khai sinh đúng hạn.
- Trên 94% trẻ em dưới 1 tuổi được tiêm chủng đầy đủ.
- Ít nhất 99% trẻ em có hoàn cảnh đặc biệt được trợ giúp.
- Tỷ lệ trẻ em suy dinh dưỡng thể thấp còi dưới 12%.
- Giảm 5% số trẻ em bị tai nạn, thương tích so với năm trước.
- Tăng số câu lạc bộ trẻ em hoạt động đều.

II. TỔ CHỨC THỰC HIỆN

1. Sở Y tế

- Hướng dẫn nghiệp vụ và kiểm tra việc thực hiện tại cơ sở, xong trước ngày 30/9/${year}.

2. Ủy ban nhân dân các xã, phường

- Hằng quý tổng hợp danh sách trẻ em cần trợ giúp, gửi về Sở Y tế.
- Báo cáo kết quả tháng hành động vì trẻ em trước ngày 05/7/${year}.

Trên đây là Kế hoạch công tác trẻ em năm ${year} của tỉnh./.

Nơi nhận:
- UBND các xã, phường;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn Ví Dụ
`;

/** A second paper of the province, read and not yet confirmed: it leaves open who does some of its work. */
export const planOfSummer = (
  year: number,
): string => `${head('Tỉnh Lạng Sơn', 'Lạng Sơn', '917', ['04', '5', year])}
KẾ HOẠCH
Phòng, chống tai nạn, thương tích trẻ em dịp hè năm ${year} (${MADE_UP})

Căn cứ Luật Trẻ em ngày 05/4/2016;

Ủy ban nhân dân tỉnh ban hành Kế hoạch như sau:

I. CHỈ TIÊU

- Phấn đấu 80% trẻ em từ 8 đến 15 tuổi biết bơi hoặc biết kỹ năng an toàn trong môi trường nước.
- 100% ao, hồ nguy hiểm gần khu dân cư có biển cảnh báo trước ngày 15/6/${year}.

II. NHIỆM VỤ

1. Mở lớp dạy bơi, dạy kỹ năng thoát hiểm cho trẻ em trong dịp hè.
2. Các ngành, đoàn thể phối hợp tuyên truyền tại khu dân cư.

III. TỔ CHỨC THỰC HIỆN

1. Trạm Y tế

- Tập huấn sơ cứu cho cộng tác viên trước ngày 10/6/${year}.

2. Các đơn vị liên quan

- Hằng tháng kiểm tra nơi trẻ em hay tắm sông, suối.

Trên đây là Kế hoạch phòng, chống tai nạn, thương tích trẻ em dịp hè năm ${year}./.

Nơi nhận:
- UBND các xã, phường;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Văn Ví Dụ
`;
