/** The embedded database cannot be prepared or started; the message says why and what to do. */
export class EmbeddedDatabaseError extends Error {
  override name = 'EmbeddedDatabaseError';
}

const CAUSES: Record<string, string> = {
  EACCES: 'tài khoản đang chạy chương trình không có quyền. Hãy chạy bằng tài khoản đã tạo ra thư mục này',
  EPERM: 'tài khoản đang chạy chương trình không có quyền. Hãy chạy bằng tài khoản đã tạo ra thư mục này',
  EROFS: 'ổ đĩa chỉ cho đọc. Hãy đặt MANG_NON_DATA ở nơi ghi được',
  ENOSPC: 'ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi chạy lại; dữ liệu đã lưu vẫn còn',
};

/** A fault of the file system in the words of who can mend it; any other error as it is. */
export function explainFault(error: unknown, folder: string): unknown {
  const cause = CAUSES[(error as NodeJS.ErrnoException).code ?? ''];
  if (!cause || error instanceof EmbeddedDatabaseError) return error;
  return new EmbeddedDatabaseError(`Không dùng được thư mục cơ sở dữ liệu ${folder}: ${cause}.`, {
    cause: error,
  });
}
