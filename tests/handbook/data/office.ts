/** Study topics, documents, notices, news and tasks of the stand-in, with secret ones under the fault `mat`. */

/** A resolution topic with its article and quiz. */
export interface Topic {
  title: string;
  article: string;
  /** Right answers of 15; null when the quiz was not taken. */
  right: number | null;
  submitted: string;
}

const TOPIC_TITLES = [
  'Nghị quyết Đại hội đại biểu (tài liệu thử nghiệm số 1)',
  'Học tập nghị quyết của Đảng - nhiệm vụ thường xuyên của mỗi đảng viên',
  'Nâng cao chất lượng sinh hoạt chi bộ ở cơ sở',
  'Chuyên đề học tập và làm theo năm 2026',
  'Nghị quyết về chuyển đổi số (bản học tập)',
  'Kết luận Hội nghị - tài liệu hỏi đáp',
  'Quy định những điều đảng viên không được làm',
  'Hướng dẫn bảo mật thông tin cá nhân trên môi trường mạng',
  'Chỉ thị về đổi mới phong cách làm việc',
];

export const TOPICS: readonly Topic[] = TOPIC_TITLES.map((title, index) => ({
  title,
  article: `Nội dung học tập số ${index + 1}. Đồng chí đọc hết bài rồi làm bài kiểm tra gồm 15 câu hỏi.`,
  right: index % 4 === 3 ? null : 9 + ((index * 5) % 7),
  submitted: `${String(2 + index * 2).padStart(2, '0')}/11/2026 20:1${index}`,
}));

export const SECRET_TOPIC: Topic = {
  title: '[MẬT] Nghị quyết thử nghiệm lưu hành nội bộ',
  article: 'MẬT',
  right: null,
  submitted: '',
};

/** A party document. */
export interface PartyDocument {
  number: string;
  title: string;
  issued: string;
  issuer: string;
}

export const DOCUMENTS: readonly PartyDocument[] = Array.from({ length: 42 }, (_, index) => ({
  number: `${100 + index}-HD/ĐU`,
  title:
    index === 5
      ? 'Hướng dẫn công tác bảo mật tài khoản sổ tay'
      : index === 9
        ? 'Báo cáo về mật độ dân cư trên địa bàn phường'
        : `Hướng dẫn thử nghiệm số ${index + 1} về sinh hoạt chi bộ`,
  issued: `${String(1 + (index % 28)).padStart(2, '0')}/${String(1 + (index % 11)).padStart(2, '0')}/2026`,
  issuer: index % 3 === 0 ? 'Đảng ủy phường' : 'Ban Tổ chức',
}));

export const SECRET_DOCUMENTS: readonly PartyDocument[] = [
  {
    number: '07-BC/ĐU',
    title: 'MẬT - Báo cáo tình hình nội bộ quý III',
    issued: '02/10/2026',
    issuer: 'Đảng ủy phường',
  },
  { number: '08-BC/ĐU', title: 'Báo cáo chuyên đề (TỐI MẬT)', issued: '03/10/2026', issuer: 'Đảng ủy phường' },
  { number: '09-BC/ĐU', title: 'Tuyệt mật: phương án thử nghiệm', issued: '04/10/2026', issuer: 'Đảng ủy phường' },
];

/** An internal notice. */
export interface Notice {
  title: string;
  content: string;
  sender: string;
  time: string;
  receivers: number;
}

export const NOTICES: readonly Notice[] = Array.from({ length: 12 }, (_, index) => ({
  title: `Thông báo số ${index + 1} về lịch sinh hoạt`,
  content: `Mời đồng chí dự buổi sinh hoạt lần ${index + 1}`,
  sender: 'Văn phòng Đảng ủy',
  time: `${String(20 - index).padStart(2, '0')}/11/2026 08:30`,
  receivers: 34 + index,
}));

/** A task. */
export interface Task {
  title: string;
  unit: string;
  deadline: string;
  progress: string;
}

const TASK_TITLES = ['Hoàn thành báo cáo sơ kết quý', 'Rà soát hồ sơ đảng viên', 'Viết bài thu hoạch nghị quyết',
  'Tham gia ngày chủ nhật xanh', 'Chuẩn bị nội dung sinh hoạt chuyên đề', 'Giúp đỡ quần chúng ưu tú']; // prettier-ignore

export const TASKS: readonly Task[] = Array.from({ length: 12 }, (_, index) => ({
  title: `${TASK_TITLES[index % 6] ?? ''}${index < 6 ? '' : ' - bổ sung'}`,
  unit: `Chi bộ khu dân cư số ${(index % 7) + 1}`,
  deadline: `${String(10 + index).padStart(2, '0')}-${String(1 + (index % 11)).padStart(2, '0')}-2026`,
  progress: index % 3 === 0 ? 'Đã hoàn thành' : 'Đang xử lý',
}));

/** A news item. */
export const NEWS: readonly { title: string; day: string }[] = Array.from({ length: 24 }, (_, index) => ({
  title: `Tin thử nghiệm ${index + 1}: chi bộ ra quân làm đường hoa`,
  day: `${String(1 + (index % 28)).padStart(2, '0')}/10/2026`,
}));
