import { ConfigError } from '../platform/config.ts';
import { EmbeddedDatabaseError } from '../platform/embedded-database/index.ts';
import { databaseIsAway, RequestError } from '../platform/http/index.ts';

/** Why the program could not start, in one line for whoever started it; unknown faults keep their own words. */
export function explainStart(error: unknown, env: NodeJS.ProcessEnv): string {
  if (error instanceof ConfigError || error instanceof EmbeddedDatabaseError || error instanceof RequestError)
    return error.message;
  const { code, message, port, syscall } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE')
    return `Cổng ${port} đang có chương trình khác dùng. Hãy dừng chương trình đó, hoặc chọn cổng khác bằng biến PORT.`;
  if (syscall === 'listen' && code === 'EACCES')
    return `Không được phép dùng cổng ${port}. Hãy chọn một cổng từ 1024 trở lên bằng biến PORT.`;
  if (syscall === 'listen' && (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'))
    return `Máy này không có địa chỉ "${env.HOST}". Hãy sửa biến HOST, ví dụ "localhost" hoặc "0.0.0.0".`;
  if (code === 'ENOSPC')
    return 'Ổ đĩa đã đầy. Hãy giải phóng chỗ trống rồi chạy lại; dữ liệu đã lưu vẫn còn.';
  if (databaseIsAway(error))
    return 'Không kết nối được máy chủ cơ sở dữ liệu trong DATABASE_URL. Hãy kiểm tra địa chỉ và máy chủ rồi chạy lại.';
  if (code === '28P01' || code === '28000')
    return 'Máy chủ cơ sở dữ liệu từ chối tên hoặc mật khẩu trong DATABASE_URL.';
  if (code === '3D000') return 'Cơ sở dữ liệu nêu trong DATABASE_URL chưa có trên máy chủ. Hãy tạo trước.';
  return `Không khởi động được: ${message}`;
}
