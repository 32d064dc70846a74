import { defineMessages } from './language.ts';

/** The words of the error pages. */
export const errorMessages = defineMessages({
  vi: {
    where: 'Địa chỉ',
    code: 'Mã lỗi',
    request: 'Mã yêu cầu',
    home: 'Về trang chủ',
    tryAgain: 'Thử lại ngay',
    retries: (seconds: number) => `Trang này tự tải lại sau mỗi ${seconds} giây cho đến khi kết nối được.`,
    formSent:
      'Thông tin vừa gửi chưa được lưu. Bấm nút quay lại của trình duyệt: những gì đã nhập vẫn còn trên trang trước, có thể gửi lại.',
    kinds: {
      400: {
        title: 'Yêu cầu không đúng',
        what: 'Hệ thống không đọc được nội dung được gửi đến.',
        todo: 'Quay lại trang trước, kiểm tra nội dung đã nhập rồi gửi lại.',
      },
      403: {
        title: 'Không có quyền thực hiện',
        what: 'Tài khoản đang dùng không được thực hiện việc này.',
        todo: 'Nếu việc này thuộc nhiệm vụ được giao, hãy đề nghị quản trị viên của đơn vị cấp quyền.',
      },
      404: {
        title: 'Không tìm thấy trang',
        what: 'Không có trang nào ở địa chỉ này, hoặc nội dung không thuộc phạm vi của tài khoản đang dùng.',
        todo: 'Kiểm tra lại địa chỉ, hoặc bắt đầu từ trang chủ.',
      },
      409: {
        title: 'Không còn thực hiện được việc này',
        what: 'Nội dung đã đổi từ khi trang được mở.',
        todo: 'Quay lại trang trước, tải lại để xem tình trạng mới nhất.',
      },
      413: {
        title: 'Tệp hoặc nội dung quá lớn',
        what: 'Nội dung được gửi đến lớn hơn mức hệ thống nhận.',
        todo: 'Chọn tệp nhỏ hơn, hoặc chia thành nhiều tệp rồi gửi lại.',
      },
      500: {
        title: 'Hệ thống gặp lỗi',
        what: 'Đã có lỗi trong phần mềm; lỗi đã được ghi vào nhật ký.',
        todo: 'Thử lại sau ít phút. Nếu vẫn gặp lỗi, hãy gửi mã lỗi và mã yêu cầu dưới đây cho quản trị viên.',
      },
      503: {
        title: 'Tạm thời không kết nối được cơ sở dữ liệu',
        what: 'Phần mềm đang chạy nhưng chưa kết nối được với cơ sở dữ liệu. Số liệu đã lưu không bị mất.',
        todo: 'Vui lòng chờ. Nếu kéo dài quá vài phút, hãy báo quản trị viên kiểm tra máy chủ cơ sở dữ liệu.',
      },
    },
    diskFull: {
      title: 'Ổ đĩa của máy chủ đã đầy',
      what: 'Chưa lưu được vì máy chủ hết chỗ trống. Số liệu đã lưu trước đó không bị mất.',
      todo: 'Hãy báo quản trị viên giải phóng chỗ trống trên ổ đĩa của máy chủ, sau đó gửi lại.',
    },
    tooBusy: {
      title: 'Máy chủ đang bận',
      what: 'Máy đang xử lý nhiều ảnh, thử lại sau ít phút.',
      todo: 'Vui lòng chờ ít phút rồi gửi lại. Số liệu đã lưu trước đó không bị mất.',
    },
  },
  en: {
    where: 'Address',
    code: 'Error code',
    request: 'Request number',
    home: 'Go to the home page',
    tryAgain: 'Try again now',
    retries: (seconds) => `This page loads again every ${seconds} seconds until the connection is back.`,
    formSent:
      "What you sent has not been saved. Use the browser's back button: what you typed is still on the page before, and can be sent again.",
    kinds: {
      400: {
        title: 'The request is not valid',
        what: 'The system cannot read what was sent to it.',
        todo: 'Go back, check what you entered and send it again.',
      },
      403: {
        title: 'You may not do this',
        what: 'The account in use may not do this.',
        todo: 'If this is among your duties, ask the administrator of your unit for the right to do it.',
      },
      404: {
        title: 'Page not found',
        what: 'There is no page at this address, or its content is outside what your account can see.',
        todo: 'Check the address, or start from the home page.',
      },
      409: {
        title: 'This can no longer be done',
        what: 'Things have changed since the page was opened.',
        todo: 'Go back and load the page again to see the present state.',
      },
      413: {
        title: 'The file or content is too large',
        what: 'What was sent is larger than the system takes.',
        todo: 'Choose a smaller file, or send it in several parts.',
      },
      500: {
        title: 'Something went wrong',
        what: 'The software met an error; it has been written to the log.',
        todo: 'Try again in a few minutes. If it happens again, give the codes below to your administrator.',
      },
      503: {
        title: 'The database cannot be reached at the moment',
        what: 'The software is running but has no connection to its database. Figures already saved are not lost.',
        todo: 'Please wait. If this lasts more than a few minutes, ask the administrator to check the database server.',
      },
    },
    diskFull: {
      title: "The server's disk is full",
      what: 'Nothing could be saved, for the server has no room left. Figures already saved are not lost.',
      todo: "Ask the administrator to free room on the server's disk, then send it again.",
    },
    tooBusy: {
      title: 'The server is busy',
      what: 'Many pictures are being worked on. Try again in a few minutes.',
      todo: 'Please wait a few minutes, then send it again. Figures already saved are not lost.',
    },
  },
});
