/** A short plan of an invented ward, with every part that a plan can have. */
export const SMALL_PLAN = `ỦY BAN NHÂN DÂN          CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
PHƯỜNG BẾN MẪU            Độc lập - Tự do - Hạnh phúc
Số:    /KH-UBND           Bến Mẫu, ngày     tháng 4 năm 2026

KẾ HOẠCH
Chăm lo, bảo vệ trẻ em năm 2026
trên địa bàn phường Bến Mẫu

Căn cứ Luật Trẻ em số 102/2016/QH13 ngày 05/4/2016;

Thực hiện Kế hoạch số 77/KH-UBND ngày 02 tháng 3 năm 2026 của UBND tỉnh Lạng Sơn về thực hiện Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ; UBND phường Bến Mẫu xây dựng Kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU

1. Mục đích

- Mọi trẻ em trong phường được lớn lên an toàn.

2. Yêu cầu

- Việc làm phải có người chịu trách nhiệm và có thời hạn.

II. CHỈ TIÊU

- Phấn đấu 85% trẻ em biết bơi; 100% trẻ em dưới 6 tuổi có thẻ bảo hiểm y tế.

- Duy trì 07/09 khu phố đạt tiêu chuẩn; kéo giảm tỷ lệ trẻ em bị tai nạn thương tích.

- Tỷ lệ trẻ em bỏ học dưới 0,5%.

III. NHIỆM VỤ, GIẢI PHÁP

1. Mở lớp dạy bơi trong dịp hè.

IV. KINH PHÍ

Từ dự toán chi thường xuyên của phường.

V. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội phường

- Theo dõi, đánh giá các tiêu chí 1, 6 và 11 đến 13; báo cáo kết quả về Sở Y tế trước ngày 20/11/2026.

2. Công an phường: Hằng quý rà soát trẻ em vi phạm pháp luật.

3. Đề nghị Ủy ban MTTQ Việt Nam phường và các tổ chức chính trị - xã hội

- Giám sát việc thực hiện Kế hoạch.

- Đề nghị Đoàn Thanh niên phường: Tổ chức Diễn đàn trẻ em.

VI. CHẾ ĐỘ BÁO CÁO

Các cơ quan, đơn vị báo cáo năm trước ngày 15 tháng 11 năm 2026.

Trên đây là Kế hoạch chăm lo, bảo vệ trẻ em năm 2026 của phường Bến Mẫu./.

Nơi nhận:
- Sở Y tế (b/c);
- TT Đảng ủy phường;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Nguyễn Thị Mẫu
`;
