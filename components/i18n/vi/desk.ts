/** Vietnamese texts that join the features of the secretary's desk. */
export const desk = {
  reports: 'Báo cáo',
  backToReports: 'Về báo cáo',
  noMembers: 'Chưa có đảng viên nào trong danh sách. Mở “Chi bộ” rồi đưa danh sách vào.',
  notSaved: 'Chưa lưu được.',

  lookAtRubrics: 'Xem, sửa biểu chấm',
  rubrics: 'Biểu chấm sinh hoạt chi bộ',
  toMeetings: 'Về sinh hoạt',
  inUse: 'đang dùng',
  putInUse: 'Dùng biểu này cho chi bộ',
  copyToEdit: 'Chép ra để sửa',
  copyOf: (title: string) => `${title} (bản của chi bộ)`,
  edit: 'Sửa',
  takeOut: 'Lưu ra tệp',
  bringIn: 'Đưa biểu chấm từ tệp vào',
  bringInHint: 'Tệp đã lưu bằng nút “Lưu ra tệp” (đuôi .json), ví dụ do chi bộ khác gửi. Biểu đang có không bị thay.',

  send: 'Gửi bí thư',
  receive: 'Nhận bài nộp',
  rubric: 'Biểu chấm',
  otherRubric: 'Buổi này đã chấm theo biểu khác. Ghi điểm ở đây sẽ thay cho bảng chấm đó (hoàn tác được).',
  notScored: 'Loại buổi họp này không chấm điểm sinh hoạt chi bộ.',
  settle: 'Chốt điểm',
  settleText:
    'Chốt để điểm đi vào nghị quyết và báo cáo. Sau đó dù số liệu buổi họp có sửa, bảng chấm vẫn giữ nguyên cho đến khi mở lại.',
  notYetWhole: (left: string) => `Chưa chốt được: ${left}. Báo cáo chỉ lấy điểm và xếp loại khi đã chấm đủ.`,
  settled: 'Đã chốt điểm buổi này.',
  openAgain: 'Mở lại để chấm',

  papers: 'Văn bản của buổi họp',
  masked: 'Đang che số nên không hiện bản xem trước.',
  noTerm: 'Chưa ghi nhiệm kỳ nên chưa đánh số được. Ghi ở:',
  noNumber: 'Văn bản chưa có số.',
  hasNumber: (number: string, term: string) => `Số ${number}, nhiệm kỳ ${term}.`,
  giveNumber: (number: string) => `Lấy số ${number}`,
  undo: 'Hoàn tác',
};
