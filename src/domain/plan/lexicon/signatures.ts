/** Words, folded, with which the title of a signatory begins. */
export const SIGNATORY_TITLES =
  '(?:quyen |q\\. ?|pho |phu trach )*(?:chu tich|giam doc|bi thu|truong phong|truong ban|chanh van phong|hieu truong|cuc truong|vu truong|bo truong|thu truong|thu tuong|tong giam doc|vien truong|chi cuc truong|tram truong|truong tram|truong cong an|chu toa|chu tri|thu ky|chanh thanh tra|tong thu ky|truong doan|truong thon|to truong|chu nhiem|truong khoa|truong nhom|thu truong don vi|tm uy ban)';

/** Family names that most names of persons begin with, as printed. */
export const FAMILY_NAMES: ReadonlySet<string> = new Set(
  (
    'Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Trịnh Mai Đào Đoàn Lương Hà Trương Tạ Cao Lâm ' +
    'Phùng Châu Tô Thái Vương Quách Tống Nông Triệu Chu La Lã Hứa Vi Hoàng Ma Lò Cà Quàng Vàng Giàng Thào Sùng Mùa Lầu Hạ Kim Thạch ' +
    'Sơn Danh Đàm Nghiêm Doãn Bế Lưu Văn Ông Ninh Khổng Từ Lại Thân Mạc Bạch Tăng Đồng Cù Kiều Cung Y H Rơ Siu Ksor Nay Rah Hồng Lường Tòng Điêu Đèo Mông Lục Lèng Lộc Hoa Giáp Ngọc Tôn Âu Viên Diệp Trà Hàn'
  ).split(' '),
);
