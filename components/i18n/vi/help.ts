/** Vietnamese explanations of terms, shown where the term stands. */
export const help = {
  what: (term: string) => `Giải thích: ${term}`,
  closing: {
    term: 'chốt số liệu, dấu kiểm tra',
    text: 'Chốt là giữ nguyên con số đã báo cáo: về sau sửa danh sách hay điểm cũng không làm báo cáo cũ đổi theo. Dấu kiểm tra là dãy chữ số tính ra từ các con số ấy; chỉ cần một số bị sửa là dấu khác đi.',
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
};
