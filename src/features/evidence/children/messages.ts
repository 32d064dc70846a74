import { defineMessages } from '../../../ui/language.ts';

export const messages = defineMessages({
  vi: {
    card: 'Hình trẻ em, công bố',
    cardOfPublishing: 'Công bố',
    toRedact: 'Che hình trẻ em',
    toConsents: 'Đồng ý và công bố',
    toPublishing: 'Xem và công bố',
    redactTitle: 'Che hình trẻ em',
    redactHint:
      'Vùng được che bị xóa khỏi chính bức ảnh, không khôi phục được từ bản che. Ra khỏi đơn vị chỉ có bản che; bản gốc vẫn được giữ trong đơn vị.',
    notMarked:
      'Minh chứng này chưa được đánh dấu có hình trẻ em. Hãy sửa thông tin và đánh dấu trước khi che.',
    redactPdfHint:
      'Che lần lượt từng trang, xem hết các trang rồi mới lưu. Bản che là tệp PDF mới chỉ gồm ảnh của các trang đã che: không còn lớp chữ, không khôi phục được. Ra khỏi đơn vị chỉ có bản che; bản gốc vẫn được giữ trong đơn vị.',
    onlyPictures:
      'Chỉ che được ảnh JPEG, PNG, WebP và PDF. Tài liệu Word, Excel có thông tin của trẻ em thì lưu thành PDF rồi thay bằng bản mới để che.',
    pagesUnknown:
      'Chưa biết tệp PDF có bao nhiêu trang: tệp đang chờ đọc, có mật khẩu, quá dài hoặc bị hỏng. Hãy thử lại sau ít phút; nếu vẫn vậy thì bỏ mật khẩu hoặc quét lại rồi thay bằng bản mới.',
    tooManyPages:
      'Chỉ che được tệp PDF không quá 20 trang. Hãy tách thành nhiều tệp không quá 20 trang, đưa từng tệp vào kho rồi che.',
    noCopy: 'Tệp đang chờ quét hoặc có mã độc nên chưa che được.',
    original: 'Ảnh cần che',
    originalPage: (page: number, pages: number) => `Trang ${page} trên ${pages}`,
    pages: 'Các trang khác',
    pagesWithout: (pages: string) => `Chưa có vùng che ở trang: ${pages}.`,
    pagesWithoutMore: (pages: string) => `Chưa có vùng che thêm ở trang: ${pages}.`,
    toPage: (page: number, areas: number) =>
      areas === 0 ? `Trang ${page}` : `Trang ${page} (${areas} vùng)`,
    islandHint:
      'Kéo trên ảnh để che một vùng. Kéo vùng để dời. Chọn một vùng rồi dùng phím mũi tên để dời, Shift và mũi tên để đổi cỡ, Delete để bỏ.',
    addArea: 'Thêm vùng che',
    removeArea: 'Bỏ vùng này',
    area: (number: number) => `Vùng ${number}`,
    areas: 'Các vùng che, tính theo phần trăm của ảnh',
    areasHint: 'Cách mép trái, cách mép trên, rộng, cao; ví dụ 25 10 20 30. Bỏ trống dòng không dùng.',
    left: 'Cách trái',
    top: 'Cách trên',
    width: 'Rộng',
    height: 'Cao',
    see: 'Xem trước bản che',
    save: 'Lưu bản che',
    saveAnewPublished: 'Lưu bản che và thôi công bố',
    onCopy: 'Đang che thêm trên bản đã che; chỗ đã che giữ nguyên.',
    onCopyHint: 'Nếu đã che nhầm chỗ:',
    toAnew: 'Che lại từ bản gốc',
    anew: 'Đang che lại từ bản gốc',
    anewHint:
      'Lưu thì bản che mới thay bản che đang lưu: chỗ đã che trước đây không còn được che. Hãy đánh dấu lại tất cả các vùng.',
    anewPublished:
      'Minh chứng đang được công bố. Lưu bản che làm lại thì thôi công bố; xem lại bản che rồi công bố lại.',
    toAdd: 'Che thêm trên bản đã che',
    overtaken:
      'Vừa có bản che khác được lưu, nên bản này chưa lưu. Ảnh dưới đây là bản che mới nhất; các vùng vừa đánh dấu vẫn còn: xem lại rồi lưu để che thêm.',
    replaced:
      'Minh chứng vừa có bản mới, nên chưa lưu: các vùng đã đánh dấu trên bản trước. Ảnh dưới đây là bản mới; các vùng ấy vẫn còn: dời cho đúng chỗ rồi lưu.',
    preview: 'Bản che xem trước, chưa lưu',
    saved: 'Bản che đang lưu',
    openSaved: 'Mở bản che',
    redactedDone: 'Đã lưu bản che.',
    none: 'Che ít nhất một vùng.',
    areaFault:
      'Mỗi vùng cần đủ bốn số từ 0 đến 100: cách trái, cách trên nhỏ hơn 100, rộng và cao lớn hơn 0.',
    pictures: {
      no_picture: 'Tệp không phải ảnh JPEG, PNG hoặc WebP.',
      too_many_bytes: 'Ảnh lớn quá 30 MB.',
      too_many_pixels: 'Ảnh có quá 50 triệu điểm ảnh. Hãy thu nhỏ ảnh.',
      too_many_pages: 'Tệp không phải một ảnh.',
      protected: 'Ảnh có mật khẩu. Hãy bỏ mật khẩu rồi thay bằng bản mới.',
      damaged: 'Ảnh bị hỏng, không đọc được. Hãy đưa ảnh khác vào kho.',
      took_too_long: 'Xử lý ảnh quá lâu. Hãy thử lại.',
    },
    pdfs: {
      no_picture: 'Tệp không phải PDF.',
      too_many_bytes: 'Tệp PDF lớn quá 30 MB. Hãy tách hoặc quét lại với độ phân giải thấp hơn.',
      too_many_pixels: 'Trang PDF có ảnh quá lớn. Hãy quét lại với độ phân giải thấp hơn.',
      too_many_pages: 'Tệp PDF có quá 20 trang. Hãy tách thành nhiều tệp.',
      protected: 'Tệp PDF có mật khẩu. Hãy bỏ mật khẩu rồi thay bằng bản mới.',
      damaged:
        'Không vẽ lại được đầy đủ các trang của tệp PDF này. Hãy in ra và quét lại, hoặc chụp ảnh từng trang.',
      took_too_long: 'Xử lý tệp PDF quá lâu. Hãy tách thành các tệp ít trang hơn.',
    },
    consentsTitle: 'Đồng ý và công bố',
    consentsHint:
      'Công bố hình ảnh, thông tin của trẻ em phải có sự đồng ý của cha, mẹ hoặc người giám hộ; trẻ em từ đủ 7 tuổi thì phải có cả sự đồng ý của trẻ (Luật Trẻ em Điều 21; Nghị định 56/2017/NĐ-CP Điều 33, Điều 36).',
    child: 'Trẻ em trong ảnh',
    columns: {
      mark: 'Trẻ em',
      guardian: 'Cha, mẹ, người giám hộ',
      child: 'Trẻ em (từ 7 tuổi)',
      paper: 'Giấy đồng ý',
      state: 'Tình trạng',
    },
    noChild: 'Chưa ghi trẻ em nào.',
    agreed: (day: string) => `đồng ý ngày ${day}`,
    lacking: 'chưa có',
    notNeeded: 'dưới 7 tuổi',
    withdrawnOn: (day: string) => `Đã rút ngày ${day}`,
    complete: 'Đủ',
    lacks: {
      withdrawn: 'đã rút đồng ý',
      guardian: 'thiếu đồng ý của cha, mẹ, người giám hộ',
      child: 'thiếu đồng ý của trẻ',
    },
    withdraw: 'Rút đồng ý',
    record: 'Ghi sự đồng ý',
    mark: 'Trẻ em nào trong ảnh',
    markHint:
      'Không ghi tên. Ví dụ “trẻ thứ nhất bên trái, hàng đầu”. Ghi lại cùng mô tả thì thay lần ghi trước.',
    sevenOrOlder: 'Từ đủ 7 tuổi',
    guardianOn: 'Cha, mẹ hoặc người giám hộ đồng ý ngày',
    childOn: 'Trẻ em đồng ý ngày',
    dayHint: 'Ví dụ 25/05/2026. Bỏ trống khi chưa có.',
    paper: 'Giấy đồng ý có chữ ký',
    paperHint:
      'PDF hoặc ảnh JPG, PNG, WebP, không quá 20 MB. Chỉ cơ quan lưu giữ và cán bộ thường trực mở được, mỗi lần mở đều được ghi lại; không công bố và không gửi cấp trên. Bỏ trống thì giữ giấy đã lưu.',
    openPaper: 'Xem giấy',
    saveConsent: 'Lưu',
    publishTitle: 'Công bố',
    publishedOn: (day: string) => `Đã công bố từ ngày ${day}.`,
    notPublished: 'Chưa công bố.',
    publish: 'Công bố',
    unpublish: 'Thôi công bố',
    replacedBeforePublishing:
      'Minh chứng vừa có bản mới, nên chưa công bố. Hãy xem bản mới; nếu công bố bản ấy thì bấm Công bố lần nữa.',
    mayNot: 'Chưa công bố được:',
    mayNotOf: (mark: string, lacks: string) => `${mark}: ${lacks}`,
    stopped: 'Đã thôi công bố:',
    stoppedForOtherFile:
      'Công bố từ nay sẽ là tệp khác: bản mới, bản che làm lại từ bản gốc, hoặc bản gốc thay cho bản che. Xem lại tệp; nếu đúng như vậy, hãy công bố lại.',
    stoppedElsewhere: 'Nếu tệp đã đăng ở nơi khác, hãy gỡ xuống.',
    because: {
      withdrawn: 'Minh chứng đã rút khỏi sử dụng.',
      infected: 'Tệp có mã độc.',
      scan_waiting: 'Tệp đang chờ quét mã độc.',
      restricted: 'Minh chứng thuộc loại hạn chế.',
      children_without_copy: 'Chưa có bản che.',
      not_public: '“Mức độ” chưa đặt là “Công khai”; sửa trong thông tin của minh chứng.',
      no_child_recorded: 'Chưa ghi sự đồng ý cho trẻ em nào trong ảnh.',
    },
    done: {
      'dong-y': 'Đã ghi sự đồng ý.',
      'rut-dong-y': 'Đã ghi rút đồng ý.',
      'cong-bo': 'Đã công bố.',
      'thoi-cong-bo': 'Đã thôi công bố.',
    },
    faults: {
      markMissing: 'Ghi đó là trẻ em nào trong ảnh.',
      markLong: 'Mô tả dài quá 100 ký tự.',
      dayFault: 'Ghi ngày dạng ngày/tháng/năm, ví dụ 25/05/2026.',
      dayNotInCalendar: 'Ngày này không có trong lịch.',
      dayInFuture: 'Ngày đồng ý không được sau hôm nay.',
      fileReplaced:
        'Minh chứng vừa có bản mới, nên chưa ghi: người đồng ý đã xem bản trước. Hãy xem bản mới; nếu sự đồng ý là cho bản ấy thì bấm Lưu lần nữa.',
      nobodyAgreed: 'Ghi ngày của ít nhất một người đã đồng ý.',
      paperEmpty: 'Tệp giấy đồng ý không có nội dung. Hãy chọn lại tệp.',
      paperKind:
        'Giấy đồng ý phải là PDF hoặc ảnh JPG, PNG, WebP; loại tệp xét theo nội dung, không theo tên. Hãy chụp hoặc quét lại.',
      paperInfected: 'Tệp giấy đồng ý có mã độc nên không được nhận. Hãy chụp hoặc quét lại bằng máy khác.',
      paperUnscanned: 'Chưa quét được mã độc trong tệp giấy đồng ý. Hãy gửi lại sau ít phút.',
      paperDamaged:
        'Ảnh giấy đồng ý bị hỏng hoặc quá lớn (trên 30 MB hoặc 50 triệu điểm ảnh). Hãy chụp hoặc quét lại.',
    },
  },
  en: {
    card: 'Pictures of children, publishing',
    cardOfPublishing: 'Publishing',
    toRedact: 'Black out children',
    toConsents: 'Consents and publishing',
    toPublishing: 'See and publish',
    redactTitle: 'Black out children',
    redactHint:
      'What is blacked out is taken out of the picture itself and cannot be brought back from the copy. Only the copy leaves the unit; the original stays in it.',
    notMarked: 'This evidence is not marked as showing children. Change its description first.',
    redactPdfHint:
      'Black out page by page, and look at all pages before saving. The copy is a new PDF of pictures of the blacked-out pages: it has no text any more and cannot be undone. Only the copy leaves the unit; the original stays in it.',
    onlyPictures:
      'Only JPEG, PNG and WebP pictures and PDF can be blacked out. Save Word and Excel documents with data of children as PDF and bring that as a newer file.',
    pagesUnknown:
      'It is not known how many pages the PDF has: it waits to be read, has a password, is too long or damaged. Try again in some minutes; otherwise take off the password or scan it again, and bring a newer file.',
    tooManyPages:
      'Only a PDF of at most 20 pages can be blacked out. Split it into files of at most 20 pages and bring each of them.',
    noCopy: 'The file waits for its scan or is infected.',
    original: 'The picture',
    originalPage: (page: number, pages: number) => `Page ${page} of ${pages}`,
    pages: 'Other pages',
    pagesWithout: (pages: string) => `No area yet on page: ${pages}.`,
    pagesWithoutMore: (pages: string) => `No further area yet on page: ${pages}.`,
    toPage: (page: number, areas: number) =>
      areas === 0 ? `Page ${page}` : `Page ${page} (areas: ${areas})`,
    islandHint:
      'Drag on the picture to black out an area. Drag an area to move it. Choose one and use the arrow keys to move it, Shift and arrows to resize it, Delete to remove it.',
    addArea: 'Add an area',
    removeArea: 'Remove this area',
    area: (number: number) => `Area ${number}`,
    areas: 'Areas in percent of the picture',
    areasHint:
      'From the left, from the top, width, height; for example 25 10 20 30. Leave unused lines empty.',
    left: 'From left',
    top: 'From top',
    width: 'Width',
    height: 'Height',
    see: 'Preview the copy',
    save: 'Save the copy',
    saveAnewPublished: 'Save the copy and stop publishing',
    onCopy: 'Blacking out more on the copy; what is covered stays covered.',
    onCopyHint: 'If the wrong place was covered:',
    toAnew: 'Begin anew from the original',
    anew: 'Beginning anew from the original',
    anewHint:
      'Saved, the new copy takes the place of the one kept now: what was covered before is covered no longer. Mark all areas again.',
    anewPublished:
      'The evidence is published. Saving a copy begun anew stops publishing; look at the copy and publish it again.',
    toAdd: 'Black out more on the copy',
    overtaken:
      'Another copy was saved meanwhile, so this one was not. The picture below is the newest copy, and the areas just marked are kept: look again and save to add them.',
    replaced:
      'The evidence was given a newer file meanwhile, so nothing was saved: the areas were marked on the one before. The picture below is the newer one, and the areas are kept: move them to their places, then save.',
    preview: 'Preview, not saved',
    saved: 'The copy kept now',
    openSaved: 'Open the copy',
    redactedDone: 'The copy is saved.',
    none: 'Black out one area at least.',
    areaFault: 'An area needs four numbers from 0 to 100: left and top below 100, width and height above 0.',
    pictures: {
      no_picture: 'The file is no JPEG, PNG or WebP picture.',
      too_many_bytes: 'The picture has more than 30 MB.',
      too_many_pixels: 'The picture has more than 50 megapixels. Make it smaller.',
      too_many_pages: 'The file is not one picture.',
      protected: 'The picture has a password. Take it off and bring a newer file.',
      damaged: 'The picture is damaged. Bring another one.',
      took_too_long: 'It took too long. Try again.',
    },
    pdfs: {
      no_picture: 'The file is no PDF.',
      too_many_bytes: 'The PDF has more than 30 MB. Split it, or scan it again with a lower resolution.',
      too_many_pixels: 'A picture in the PDF is too large. Scan it again with a lower resolution.',
      too_many_pages: 'The PDF has more than 20 pages. Split it.',
      protected: 'The PDF has a password. Take it off and bring a newer file.',
      damaged:
        'The pages of this PDF cannot be drawn completely. Print and scan it, or photograph its pages.',
      took_too_long: 'It took too long. Split the PDF into files of fewer pages.',
    },
    consentsTitle: 'Consents and publishing',
    consentsHint:
      'Publishing pictures or data of children needs the consent of a parent or guardian, from seven years on the child’s too (Law on Children Art. 21; Decree 56/2017 Art. 33, 36).',
    child: 'Children in the picture',
    columns: {
      mark: 'Child',
      guardian: 'Parent or guardian',
      child: 'Child (from 7)',
      paper: 'Signed paper',
      state: 'State',
    },
    noChild: 'No child recorded yet.',
    agreed: (day: string) => `agreed on ${day}`,
    lacking: 'missing',
    notNeeded: 'under 7',
    withdrawnOn: (day: string) => `Withdrawn on ${day}`,
    complete: 'Complete',
    lacks: {
      withdrawn: 'consent withdrawn',
      guardian: 'parent’s or guardian’s consent missing',
      child: 'the child’s consent missing',
    },
    withdraw: 'Withdraw',
    record: 'Record a consent',
    mark: 'Which child in the picture',
    markHint:
      'No name. For example “first from the left, front row”. The same words again replace what was recorded.',
    sevenOrOlder: 'Seven or older',
    guardianOn: 'Parent or guardian agreed on',
    childOn: 'The child agreed on',
    dayHint: 'For example 25/05/2026. Leave empty while there is none.',
    paper: 'The signed paper',
    paperHint:
      'PDF or a JPG, PNG or WebP picture of at most 20 MB. Only the organisation that keeps the evidence and the planning officer open it, which is recorded each time; it is never published nor sent to the level above. Left empty, the one kept stays.',
    openPaper: 'Open the paper',
    saveConsent: 'Save',
    publishTitle: 'Publishing',
    publishedOn: (day: string) => `Published since ${day}.`,
    notPublished: 'Not published.',
    publish: 'Publish',
    unpublish: 'Stop publishing',
    replacedBeforePublishing:
      'The evidence was given a newer file meanwhile, so nothing was published. Look at the newer file; to publish that one, press Publish once more.',
    mayNot: 'Cannot be published yet:',
    mayNotOf: (mark: string, lacks: string) => `${mark}: ${lacks}`,
    stopped: 'Publishing was stopped:',
    stoppedForOtherFile:
      'Another file would be published from now on: the newer one, a copy begun anew from the original, or the original instead of the blacked-out copy. Look at it; if that is right, publish it anew.',
    stoppedElsewhere: 'Where the file was put up elsewhere, take it down.',
    because: {
      withdrawn: 'The evidence was withdrawn.',
      infected: 'The file is infected.',
      scan_waiting: 'The file waits for its scan.',
      restricted: 'The evidence is restricted.',
      children_without_copy: 'There is no blacked-out copy.',
      not_public: 'It is not set as public; change its description.',
      no_child_recorded: 'No consent is recorded for any child in it.',
    },
    done: {
      'dong-y': 'The consent is recorded.',
      'rut-dong-y': 'The withdrawal is recorded.',
      'cong-bo': 'Published.',
      'thoi-cong-bo': 'No longer published.',
    },
    faults: {
      markMissing: 'Say which child in the picture.',
      markLong: 'More than 100 characters.',
      dayFault: 'Type the day as day/month/year, for example 25/05/2026.',
      dayNotInCalendar: 'The calendar does not have this day.',
      dayInFuture: 'Nobody agrees after today.',
      fileReplaced:
        'The evidence was given a newer file meanwhile, so nothing was recorded: whoever agreed has seen the one before. Look at the newer file; if the consent is for that one, press Save once more.',
      nobodyAgreed: 'Type the day of one consent at least.',
      paperEmpty: 'The file of the signed paper is empty. Choose it again.',
      paperKind:
        'The signed paper must be a PDF or a JPG, PNG or WebP picture, by its content and not its name. Photograph or scan it again.',
      paperInfected:
        'The file of the signed paper holds a virus and is not taken. Photograph or scan it on another machine.',
      paperUnscanned:
        'The file of the signed paper could not be scanned for viruses yet. Send it again in a few minutes.',
      paperDamaged:
        'The picture of the signed paper is damaged or too large (more than 30 MB or 50 megapixels). Photograph or scan it again.',
    },
  },
});
