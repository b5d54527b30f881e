/** Columns that handbooks of all families share: field, the headers it goes by, its parser. */
import type { SiteInput } from '../model/site';

export type TableInput = SiteInput['tables'][number];
type ColumnInput = TableInput['columns'][number];

const required = (column: ColumnInput): ColumnInput => ({ ...column, required: true, filled: true });

export const ORDER: ColumnInput = {
  field: 'order',
  labels: ['STT', 'TT', 'Số TT', 'Số thứ tự', 'No', 'No.'],
  parse: 'wholeNumber',
  filled: true,
};
export const NAME: ColumnInput = {
  field: 'name',
  labels: [
    'Họ tên',
    'Họ và tên',
    'Họ & tên',
    'Tên đảng viên',
    'Họ tên đảng viên',
    'Họ và tên đảng viên',
    'Đảng viên',
    'Đồng chí',
  ],
  parse: 'name',
};
export const CODE: ColumnInput = { field: 'code', labels: ['Mã', 'Mã đảng viên', 'Mã ĐV', 'Mã số'], parse: 'code' };
export const ROLE: ColumnInput = {
  field: 'role',
  labels: ['Chức vụ', 'Chức vụ Đảng', 'Vai trò', 'Chức danh'],
  parse: 'role',
};
export const UNIT: ColumnInput = {
  field: 'unit',
  labels: [
    'Chi bộ',
    'Cơ sở Đảng',
    'Đơn vị',
    'Tổ chức Đảng',
    'Tổ chức cơ sở Đảng',
    'Chi bộ sinh hoạt',
    'Chi bộ đang sinh hoạt',
    'Chi bộ thực hiện',
  ],
  parse: 'unit',
};
const RATING: ColumnInput = {
  field: 'rating',
  labels: ['Xếp loại', 'Kết quả xếp loại', 'Mức xếp loại', 'Kết quả đánh giá xếp loại'],
  parse: 'rating',
};
const GENDER: ColumnInput = { field: 'gender', labels: ['Giới tính', 'Nam/Nữ'], parse: 'gender' };
const STATUS: ColumnInput = { field: 'status', labels: ['Trạng thái', 'Tình trạng'], parse: 'status' };
const NOTE: ColumnInput = { field: 'note', labels: ['Ghi chú'], parse: 'text' };
const TITLE: ColumnInput = {
  field: 'title',
  labels: ['Tiêu đề', 'Tên tài liệu', 'Tên văn bản', 'Trích yếu', 'Tên cuộc họp', 'Cuộc họp'],
  parse: 'text',
};
const CONTENT: ColumnInput = {
  field: 'content',
  labels: ['Nội dung', 'Nội dung thông báo', 'Nội dung sinh hoạt'],
  parse: 'text',
};
const TOPIC: ColumnInput = {
  field: 'topic',
  labels: ['Chủ đề', 'Chuyên đề', 'Nghị quyết', 'Tên nghị quyết', 'Tên chuyên đề'],
  parse: 'text',
};
const DEADLINE: ColumnInput = {
  field: 'deadline',
  labels: ['Thời hạn', 'Hạn hoàn thành', 'Hạn xử lý', 'Hạn'],
  parse: 'date',
};
const TASK: ColumnInput = {
  field: 'task',
  labels: ['Nhiệm vụ', 'Tên công việc', 'Công việc', 'Tên nhiệm vụ'],
  parse: 'text',
};
const TIME: ColumnInput = {
  field: 'time',
  labels: ['Thời gian', 'Thời gian họp', 'Thời gian sinh hoạt'],
  parse: 'dateTimeRange',
};
const SENDER: ColumnInput = {
  field: 'sender',
  labels: ['Người gửi', 'Đơn vị gửi', 'Nơi gửi', 'Tác giả'],
  parse: 'text',
};
const DATE: ColumnInput = {
  field: 'date',
  labels: ['Ngày', 'Ngày đăng', 'Ngày tạo', 'Thời điểm', 'Ngày cộng', 'Ngày học', 'Ngày làm bài'],
  parse: 'date',
};
const NUMBER: ColumnInput = {
  field: 'number',
  labels: ['Số hiệu', 'Số tài liệu', 'Số ký hiệu', 'Số/Ký hiệu', 'Số văn bản'],
  parse: 'code',
};
const ISSUED: ColumnInput = { field: 'issued', labels: ['Ngày ban hành', 'Ngày văn bản'], parse: 'date' };
export const ATTENDANCE_CHOICES = ['Có mặt', 'Vắng có phép', 'Vắng không phép', 'Miễn sinh hoạt'];

/** Every kind of table known so far, most telling columns required. */
export const TABLES = {
  members: {
    kind: 'members',
    paging: 'pager',
    columns: [
      ORDER,
      required(NAME),
      CODE,
      ROLE,
      UNIT,
      RATING,
      GENDER,
      STATUS,
      NOTE,
      { field: 'joined', labels: ['Ngày vào Đảng', 'Ngày vào Đảng (dự bị)'], parse: 'date' },
      {
        field: 'official',
        labels: ['Ngày chính thức', 'Ngày vào chính thức', 'Ngày vào Đảng chính thức'],
        parse: 'date',
      },
      { field: 'installed', labels: ['Đã cài đặt', 'Cài đặt'], parse: 'yesNo' },
      { field: 'eligible', labels: ['Đủ điều kiện'], parse: 'yesNo' },
      { field: 'total', labels: ['Điểm tích lũy', 'Tổng điểm tích lũy'], parse: 'wholeNumber' },
    ],
  },
  ranking: {
    kind: 'ranking',
    paging: 'either',
    columns: [
      ORDER,
      required(NAME),
      CODE,
      ROLE,
      UNIT,
      NOTE,
      { field: 'rank', labels: ['Hạng', 'Xếp hạng', 'Thứ hạng', 'Vị trí'], parse: 'wholeNumber' },
      {
        required: true,
        field: 'total',
        labels: ['Điểm tích lũy', 'Tổng điểm', 'Tổng điểm tích lũy', 'Điểm', 'Số điểm'],
        parse: 'wholeNumber',
      },
      {
        field: 'points',
        labels: ['Điểm trong kỳ', 'Điểm trong tháng', 'Điểm tháng này', 'Điểm tháng'],
        parse: 'wholeNumber',
      },
      {
        field: 'uses',
        labels: ['Lượt sử dụng', 'Số lần sử dụng', 'Số lượt truy cập', 'Lượt truy cập'],
        parse: 'wholeNumber',
      },
    ],
  },
  pointsLog: {
    kind: 'pointsLog',
    paging: 'either',
    columns: [
      ORDER,
      required(DATE),
      { ...CONTENT, labels: [...CONTENT.labels, 'Lý do'] },
      { field: 'action', labels: ['Hoạt động', 'Hành động', 'Nguồn điểm', 'Loại hoạt động'], parse: 'text' },
      required({ field: 'points', labels: ['Điểm', 'Số điểm', 'Điểm cộng', 'Điểm nhận'], parse: 'wholeNumber' }),
      { field: 'total', labels: ['Điểm tích lũy', 'Tổng điểm', 'Lũy kế'], parse: 'wholeNumber' },
      NOTE,
    ],
  },
  meetings: {
    kind: 'meetings',
    paging: 'pager',
    columns: [
      ORDER,
      required(TITLE),
      CONTENT,
      STATUS,
      required(TIME),
      NOTE,
      { field: 'assessment', labels: ['Đánh giá kết quả', 'Đánh giá', 'Kết quả đánh giá'], parse: 'status' },
      { field: 'place', labels: ['Địa điểm', 'Nơi họp'], parse: 'text' },
      { field: 'chair', labels: ['Chủ trì', 'Chủ trì cuộc họp'], parse: 'text' },
    ],
  },
  attendance: {
    kind: 'attendance',
    paging: 'pager',
    columns: [
      ORDER,
      required(NAME),
      CODE,
      ROLE,
      UNIT,
      NOTE,
      {
        field: 'status',
        labels: ['Trạng thái', 'Điểm danh', 'Tình trạng'],
        parse: 'radioChoice',
        choices: ATTENDANCE_CHOICES,
        required: true,
      },
      { field: 'reason', labels: ['Lý do', 'Lý do vắng'], parse: 'text' },
    ],
  },
  study: {
    kind: 'study',
    paging: 'pager',
    columns: [
      ORDER,
      required(TOPIC),
      STATUS,
      DATE,
      DEADLINE,
      ISSUED,
      NUMBER,
      TIME,
      { field: 'result', labels: ['Kết quả'], parse: 'text' },
      { field: 'score', labels: ['Điểm', 'Điểm thi'], parse: 'decimal' },
    ],
  },
  quiz: {
    kind: 'quiz',
    paging: 'either',
    columns: [
      ORDER,
      TOPIC,
      NAME,
      DATE,
      STATUS,
      { field: 'title', labels: ['Bài kiểm tra', 'Tên bài', 'Bài thi'], parse: 'text' },
      required({ field: 'correct', labels: ['Số câu đúng', 'Câu đúng', 'Đúng'], parse: 'wholeNumber' }),
      { field: 'questions', labels: ['Số câu hỏi', 'Tổng số câu', 'Số câu'], parse: 'wholeNumber' },
      { field: 'score', labels: ['Điểm', 'Điểm thi'], parse: 'decimal' },
      { field: 'result', labels: ['Kết quả'], parse: 'text' },
    ],
  },
  documents: {
    kind: 'documents',
    paging: 'either',
    columns: [
      ORDER,
      NUMBER,
      required(TITLE),
      ISSUED,
      SENDER,
      STATUS,
      NOTE,
      DEADLINE,
      TOPIC,
      DATE,
      { field: 'type', labels: ['Loại', 'Loại tài liệu', 'Loại văn bản', 'Phân loại'], parse: 'text' },
      { field: 'issuer', labels: ['Cơ quan ban hành', 'Nơi ban hành'], parse: 'text' },
      { field: 'basis', labels: ['Sở cứ'], parse: 'text' },
      { field: 'received', labels: ['Ngày nhận', 'Ngày đến'], parse: 'date' },
      { field: 'sent', labels: ['Ngày gửi'], parse: 'date' },
      { field: 'views', labels: ['Lượt xem'], parse: 'wholeNumber' },
      { field: 'fromUnit', labels: ['Cơ sở Đảng gửi', 'Cơ sở Đảng gửi đi'], parse: 'unit' },
      { field: 'toUnit', labels: ['Cơ sở Đảng nhận'], parse: 'unit' },
    ],
  },
  notices: {
    kind: 'notices',
    paging: 'either',
    columns: [
      ORDER,
      required(TITLE),
      CONTENT,
      required(SENDER),
      TIME,
      DATE,
      STATUS,
      { field: 'recipients', labels: ['Tổng người nhận', 'Số người nhận'], parse: 'wholeNumber' },
      { field: 'sent', labels: ['Ngày gửi', 'Thời gian gửi'], parse: 'date' },
    ],
  },
  tasks: {
    kind: 'tasks',
    paging: 'either',
    columns: [
      ORDER,
      required(TASK),
      UNIT,
      DEADLINE,
      STATUS,
      NOTE,
      {
        field: 'assignee',
        labels: ['Đảng viên nhận', 'Người nhận', 'Người thực hiện', 'Người được giao'],
        parse: 'text',
      },
      { field: 'assigned', labels: ['Ngày giao'], parse: 'date' },
      { field: 'completed', labels: ['Ngày hoàn thành'], parse: 'date' },
      { field: 'time', labels: ['Thời gian thực hiện', 'Thời gian'], parse: 'dateTimeRange' },
      { field: 'result', labels: ['Kết quả'], parse: 'text' },
      { field: 'assessment', labels: ['Đánh giá', 'Kết quả đánh giá'], parse: 'status' },
      RATING,
    ],
  },
  units: {
    kind: 'units',
    paging: 'pager',
    columns: [
      ORDER,
      {
        field: 'unit',
        labels: ['Tên cơ sở Đảng', 'Tên chi bộ', 'Tên đơn vị', 'Tên tổ chức Đảng'],
        parse: 'unit',
        required: true,
        filled: true,
      },
      { field: 'unitType', labels: ['Loại cơ sở Đảng', 'Loại tổ chức'], parse: 'text' },
      { field: 'unitForm', labels: ['Loại hình cơ sở Đảng', 'Loại hình'], parse: 'text' },
      { field: 'parentUnit', labels: ['Đơn vị cấp trên', 'Đảng bộ', 'Trực thuộc'], parse: 'text' },
      { field: 'founded', labels: ['Ngày thành lập'], parse: 'date' },
      RATING,
      { field: 'members', labels: ['Số đảng viên', 'Số lượng đảng viên', 'Tổng số đảng viên'], parse: 'wholeNumber' },
    ],
  },
} as const satisfies Record<string, TableInput>;
