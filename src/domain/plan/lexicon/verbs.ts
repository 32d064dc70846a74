/**
 * Words with which a sentence goes on after the name of the organisation that it speaks to. They are compared as
 * printed, in small letters with their tones, so that "xã La Bằng" holds no "là". "Tổ chức" stands apart, being a noun
 * in "các tổ chức".
 */
export const VERBS_AFTER_A_UNIT: readonly string[] = (
  'chủ trì|chịu trách nhiệm|phối hợp|tham mưu|triển khai|thực hiện|tăng cường|tiếp tục|duy trì|đẩy mạnh|xây dựng|hướng d[ẫ ]?n|' +
  'có trách nhiệm|có kế hoạch|có nhiệm vụ|có biện pháp|căn cứ|chỉ đạo|chủ động|theo dõi|đôn đốc|kiểm tra|giám sát|tuyên truyền|' +
  'vận động|rà soát|tổng hợp|báo cáo|lập|bố trí|cân đối|cung cấp|đưa|cử|quán triệt|bảo đảm|đảm bảo|phát huy|phát động|huy động|' +
  'tố giác|nắm bắt|nắm chắc|nắm|phát hiện|xử lý|tiếp nhận|hỗ trợ|quan tâm|làm|là|nâng cao|đăng ký|hoàn thiện|hoàn thành|tham gia|' +
  'thành lập|kiện toàn|cập nhật|giúp|điều tra|đánh giá|tự đánh giá|lồng ghép|quản lý|gửi|nghiên cứu|theo chức năng|theo nhiệm vụ|' +
  'theo lĩnh vực|trên cơ sở|tùy theo|tuỳ theo|trong phạm vi|cùng phối hợp|sẽ|phải|cần|dựa|điều phối|tập trung|bám sát|nghiêm túc|' +
  'thường xuyên|khẩn trương|định kỳ|hằng năm|hàng năm|hằng tháng|hàng tháng|hằng quý|hàng quý|kịp thời|chăm sóc|phân công|' +
  'trực tiếp|thu thập|khám|góp phần|thông báo|trình|bổ sung|phân bổ|quyết liệt|chuẩn bị|ban hành|chấp hành|thống nhất|liên hệ|' +
  'sắp xếp|giới thiệu|lựa chọn|phản ánh|thông tin|dành|đề xuất|ưu tiên|chú trọng|nhân rộng|cam kết|ký|tích cực|phổ biến|' +
  'quản lí|tổ chức'
).split('|');

/** What may stand, folded, before the name of an organisation that is given work. */
export const ORDER_WORDS =
  /^(?:(?:kinh )?de nghi|yeu cau|giao(?: cho)?|phan cong|doi voi|rieng|uy quyen(?: cho)?|trach nhiem cua|nhiem vu cua|ve phia|phan cong trach nhiem cho)(?::|,)? (?=[a-z])/u;

/** Words, folded, by which the Front and the organisations are asked. */
export const REQUEST_WORDS = /^(?:kinh )?de nghi /u;
