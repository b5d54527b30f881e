/** Vietnamese explanations of terms, shown where the term stands. */
export const help = {
  what: (term: string) => `Giải thích: ${term}`,
  closing: {
    term: 'chốt số liệu, dấu kiểm tra, bản sửa đổi',
    text: 'Chốt là giữ nguyên con số đã báo cáo: về sau sửa danh sách hay điểm cũng không làm báo cáo cũ đổi theo. Dấu kiểm tra là dãy chữ số tính ra từ các con số ấy; chỉ cần một số bị sửa là dấu khác đi. Bản sửa đổi là lần chốt sau của cùng kỳ: có số báo cáo mới, ghi lý do và những chỗ thay đổi; bản trước vẫn giữ.',
  },
  summary: {
    term: 'trung vị, đủ điều kiện',
    text: 'Trung vị là điểm của người đứng giữa khi xếp từ thấp lên cao, nên không bị một vài người điểm rất cao kéo lên. Đủ điều kiện là người cài đặt được sổ tay; ai được miễn hoặc không có máy phù hợp thì bí thư ghi là không.',
  },
  roll: {
    term: 'tỷ lệ dự họp',
    text: 'Số người có mặt chia cho số người phải dự. Người được miễn sinh hoạt, và người trong lực lượng vũ trang vắng vì nhiệm vụ đặc biệt, không tính vào số phải dự.',
  },
  profile: {
    term: 'mẫu trình bày',
    text: 'Mẫu trình bày quy định lề, phông chữ, tiêu đề, số và nơi nhận của văn bản. Đổi mẫu chỉ đổi hình thức, không đổi con số.',
  },
  fingerprint: {
    term: 'dãy từ đối chiếu, mã QR',
    text: 'Mỗi khóa có một dãy từ riêng. Đọc cho nhau nghe khi gặp mặt hoặc gọi điện: hai bên giống hệt là đúng người, khác một từ thì không phải. Mã QR chứa chính dãy ấy, hoặc cả thẻ, để máy khác quét.',
  },
  recipient: {
    term: 'thẻ nơi nhận, khóa của phó bí thư',
    text: 'Thẻ ghi tên chi bộ và khóa công khai của bí thư, phó bí thư; máy của đảng viên dùng thẻ để khóa bài nộp, chỉ những người có trong thẻ mở được. Có thêm phó bí thư thì máy của bí thư hỏng vẫn còn người mở được bài.',
  },
  bands: {
    term: 'thang điểm, khoảng điểm, chỗ hở',
    text: 'Thang điểm là số điểm cao nhất của mục; khoảng điểm (mức) nói từ bao nhiêu đến bao nhiêu thì được mấy điểm. Chỗ hở là trường hợp không thuộc mức nào, chỗ chồng là thuộc hai mức: gặp những chỗ ấy người chấm phải tự chọn.',
  },
  scoring: {
    term: 'tự điền, không áp dụng, điểm trừ',
    text: '“Tự điền” lấy từ số liệu buổi họp; chọn khác thì ghi vì sao. “Không áp dụng” là tháng ấy không có việc để chấm, ví dụ không có chuyên đề. Điểm trừ là phần thiếu so với điểm tối đa của mục, phải ghi lý do.',
  },
  activity: {
    term: 'các cột hoạt động',
    text: '“Có dùng” là trong tháng có mở sổ tay. Lượt truy cập, văn bản và nghị quyết đã học, bài kiểm tra, ý kiến: ghi theo thống kê thấy trên sổ tay hoặc theo bài nộp của đảng viên. Để trống là chưa biết, số 0 là biết chắc không có.',
  },
  exemption: {
    term: 'miễn công tác và sinh hoạt đảng',
    text: 'Người được miễn không tính vào số phải dự họp. Ngoài tuổi cao, sức yếu còn có: điều trị dài ngày hoặc ở xa, ở nước ngoài một mình, làm việc đơn lẻ nơi xa, việc lưu động dưới 1 năm, nghỉ thai sản theo nguyện vọng (theo bản trích Hướng dẫn 12-HD/BTCTW ngày 18/01/2022).',
  },
  number: {
    term: 'số văn bản',
    text: 'Theo Hướng dẫn 05-HD/VPTW ngày 27/5/2026, số đánh liên tục cho từng loại văn bản trong cả nhiệm kỳ, không bắt đầu lại mỗi năm; số dưới 10 thêm số 0 ở trước, như “Số 05-NQ/CB”.',
  },
  posting: {
    term: 'hạn đăng tài liệu, kết quả',
    text: 'Theo Hướng dẫn 42-HD/BTCTW ngày 28/10/2025: tài liệu đăng lên Sổ tay trước buổi họp ít nhất 1 ngày; họp xong, đăng văn bản hoàn chỉnh và báo cáo cấp trên trong 2 ngày.',
  },
};
