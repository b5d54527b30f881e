/** Vietnamese texts of the tour of the secretary's desk. */
import type { TourStep } from '@/components/tour/steps';

export const tour = {
  offer: 'Lần đầu dùng phần việc của bí thư?',
  start: 'Xem hướng dẫn 5 bước',
  decline: 'Không cần',
  step: (at: string, of: string) => `Bước ${at} trên ${of}`,
  leave: 'Thoát hướng dẫn',
  back: 'Bước trước',
  next: 'Bước tiếp',
  done: 'Xong',
  againIn: 'Khi cần, mở lại hướng dẫn này ở trang Cài đặt.',
  section: 'Hướng dẫn cho bí thư',
  sectionText: 'Đi qua năm việc của bí thư: danh sách, số liệu, tổng hợp, sinh hoạt, báo cáo. Thoát lúc nào cũng được.',
  steps: {
    roster: {
      title: 'Lập danh sách đảng viên',
      text: 'Ở “Chi bộ”, mục “Danh sách đảng viên”: thêm từng người, hoặc để bước sau đưa cả danh sách từ tệp vào. Ghi ai chính thức, ai dự bị, ai được miễn sinh hoạt, để báo cáo đếm cho đúng.',
    },
    bring: {
      title: 'Đưa số liệu vào',
      text: 'Ở mục “Đưa số liệu vào”: chọn tệp Excel, CSV, dán từ bảng tính, hoặc lấy bảng đã ghi trên sổ tay. Bạn được xem lại từng người trước khi lưu.',
    },
    tally: {
      title: 'Tổng hợp và chốt kỳ',
      text: 'Ở mục “Tổng hợp”: chọn tháng, quý hoặc năm để xem điểm của cả chi bộ. Khi đã đúng, bấm “Chốt số liệu” để giữ nguyên con số đã báo cáo.',
    },
    meetings: {
      title: 'Chuẩn bị và ghi buổi sinh hoạt',
      text: 'Ở “Sinh hoạt”: lên lịch, soạn giấy mời; đến buổi họp thì điểm danh, ghi ý kiến; họp xong thì làm biên bản, nghị quyết và chấm điểm buổi họp.',
    },
    reports: {
      title: 'Báo cáo và nhận bài nộp',
      text: 'Ở “Báo cáo”: chọn loại báo cáo và kỳ, xem trước như trên giấy rồi xuất tệp hoặc in. Bài của đảng viên gửi đến thì nhận ở “Chi bộ”, nút “Nhận bài nộp”.',
    },
  } satisfies Record<TourStep, { title: string; text: string }>,
};
