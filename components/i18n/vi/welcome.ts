/** Vietnamese words of the first-run screen; the texts under `consents` are what a consent records, word for word. */

export const welcome = {
  title: 'Trước khi dùng',
  lead: 'Sổ tay đồng hành giúp bạn ghi lại điểm tích lũy thấy trên trang sổ tay đảng viên điện tử, ngay trên máy của bạn. Xin đọc một phút rồi quyết định.',
  notAffiliated:
    'Đây là phần mềm độc lập, không thuộc và không do Đảng, Viettel, VNPT, MobiFone hay PTIT làm ra. Số liệu chỉ để tham khảo, không thay thế số liệu trên hệ thống.',
  readsTitle: 'Đọc gì',
  reads: [
    'Điểm tích lũy, họ tên, vai trò và đơn vị của bạn, đúng như trang sổ tay đang hiện.',
    'Nếu bạn đồng ý riêng: các danh sách chi bộ mà bạn mở, như xếp hạng hay danh sách đảng viên.',
  ],
  neverTitle: 'Không bao giờ làm',
  never: [
    'Không bấm, cuộn, điền hay gửi gì thay bạn; không giúp tăng điểm.',
    'Không gửi dữ liệu đi đâu: không có máy chủ, không theo dõi.',
    'Không đọc mật khẩu, căn cước, số điện thoại, ngày sinh, quê quán, số thẻ đảng.',
    'Không đọc trang hay dòng mang dấu Mật, Tối mật, Tuyệt mật.',
    'Không chạy ở bất cứ trang nào khác.',
  ],
  sensitiveTitle: 'Dữ liệu nhạy cảm',
  sensitive:
    'Việc là đảng viên, điểm và nề nếp học tập cho biết quan điểm chính trị của một người, nên pháp luật coi là dữ liệu cá nhân nhạy cảm. Ai dùng được máy này và tài khoản máy tính của bạn đều có thể xem được.',
  storedTitle: 'Lưu ở đâu, bỏ thế nào',
  stored:
    'Mọi thứ nằm trong trình duyệt trên máy này, không ở nơi nào khác. Bạn rút lại đồng ý bất cứ lúc nào trong “Cài đặt”, xem và xóa hết trong “Dữ liệu”. Rút lại đồng ý thì ngừng ghi; số đã ghi còn đến khi bạn xóa.',
  decideTitle: 'Bạn quyết định',
  decideHint: 'Mỗi việc hỏi riêng. Chưa đánh dấu nghĩa là chưa đồng ý.',
  consents: {
    ownPoints: {
      label: 'Ghi điểm của tôi',
      text: 'Tôi đồng ý cho Sổ tay đồng hành đọc điểm tích lũy, họ tên, vai trò và đơn vị của tôi trên trang sổ tay đảng viên điện tử và lưu trên máy này, để tôi tự theo dõi điểm của mình. Tôi biết đây là dữ liệu cá nhân nhạy cảm và tôi có thể rút lại đồng ý bất cứ lúc nào.',
    },
    cellLists: {
      label: 'Ghi danh sách chi bộ',
      text: 'Tôi đồng ý cho Sổ tay đồng hành đọc các danh sách chi bộ mà tôi mở trên trang sổ tay (họ tên, mã, chức vụ, điểm, xếp hạng) và lưu trên máy này, để lập bảng tổng hợp của chi bộ. Tôi có trách nhiệm với dữ liệu nhạy cảm của người khác, chỉ dùng đúng việc này và có thể rút lại đồng ý bất cứ lúc nào.',
      hint: 'Chỉ cần cho bí thư, chi ủy viên. Không bắt buộc.',
    },
    meetingLists: {
      label: 'Ghi lịch sinh hoạt và điểm danh',
      text: 'Tôi đồng ý cho Sổ tay đồng hành đọc lịch sinh hoạt và bảng điểm danh mà tôi mở trên trang sổ tay (tên buổi họp, thời gian, địa điểm, người chủ trì; họ tên, có mặt hay vắng, lý do) và lưu trên máy này, để lên lịch và làm biên bản của chi bộ. Nội dung biên bản và ý kiến trên trang sổ tay không được đọc. Tôi có trách nhiệm với dữ liệu nhạy cảm của người khác, chỉ dùng đúng việc này và có thể rút lại đồng ý bất cứ lúc nào.',
      hint: 'Chỉ cần cho bí thư, chi ủy viên. Không bắt buộc.',
    },
  },
  agree: 'Ghi nhận quyết định',
  agreeNeeds:
    'Hãy đánh dấu ít nhất một ô nếu bạn đồng ý. Nếu không đồng ý, bạn cứ đóng trang này: sẽ không có gì được ghi.',
  later: 'Để sau',
  given: 'Đã ghi nhận. Bạn có thể mở trang sổ tay và dùng như thường ngày.',
  alreadyGiven: (when: string) => `Bạn đã đồng ý lúc ${when}.`,
  failed: 'Chưa ghi nhận được quyết định của bạn.',
};
