/** Single columns that handbooks of all families share: field, the headers it goes by, its parser. */
import type { SiteInput } from '../model/site';

type ColumnInput = SiteInput['tables'][number]['columns'][number];

/** A column that must be there, with a value in every row. */
export const required = (column: ColumnInput): ColumnInput => ({ ...column, required: true, filled: true });

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
export const RATING: ColumnInput = {
  field: 'rating',
  labels: ['Xếp loại', 'Kết quả xếp loại', 'Mức xếp loại', 'Kết quả đánh giá xếp loại'],
  parse: 'rating',
};
export const GENDER: ColumnInput = { field: 'gender', labels: ['Giới tính', 'Nam/Nữ'], parse: 'gender' };
export const STATUS: ColumnInput = { field: 'status', labels: ['Trạng thái', 'Tình trạng'], parse: 'status' };
export const NOTE: ColumnInput = { field: 'note', labels: ['Ghi chú'], parse: 'text' };
export const TITLE: ColumnInput = {
  field: 'title',
  labels: ['Tiêu đề', 'Tên tài liệu', 'Tên văn bản', 'Trích yếu', 'Tên cuộc họp', 'Cuộc họp'],
  parse: 'text',
};
export const CONTENT: ColumnInput = {
  field: 'content',
  labels: ['Nội dung', 'Nội dung thông báo', 'Nội dung sinh hoạt'],
  parse: 'text',
};
export const TOPIC: ColumnInput = {
  field: 'topic',
  labels: ['Chủ đề', 'Chuyên đề', 'Nghị quyết', 'Tên nghị quyết', 'Tên chuyên đề'],
  parse: 'text',
};
export const DEADLINE: ColumnInput = {
  field: 'deadline',
  labels: ['Thời hạn', 'Hạn hoàn thành', 'Hạn xử lý', 'Hạn'],
  parse: 'date',
};
export const TASK: ColumnInput = {
  field: 'task',
  labels: ['Nhiệm vụ', 'Tên công việc', 'Công việc', 'Tên nhiệm vụ'],
  parse: 'text',
};
export const TIME: ColumnInput = {
  field: 'time',
  labels: ['Thời gian', 'Thời gian họp', 'Thời gian sinh hoạt'],
  parse: 'dateTimeRange',
};
export const SENDER: ColumnInput = {
  field: 'sender',
  labels: ['Người gửi', 'Đơn vị gửi', 'Nơi gửi', 'Tác giả'],
  parse: 'text',
};
export const DATE: ColumnInput = {
  field: 'date',
  labels: ['Ngày', 'Ngày đăng', 'Ngày tạo', 'Thời điểm', 'Ngày cộng', 'Ngày học', 'Ngày làm bài'],
  parse: 'date',
};
export const NUMBER: ColumnInput = {
  field: 'number',
  labels: ['Số hiệu', 'Số tài liệu', 'Số ký hiệu', 'Số/Ký hiệu', 'Số văn bản'],
  parse: 'code',
};
export const ISSUED: ColumnInput = { field: 'issued', labels: ['Ngày ban hành', 'Ngày văn bản'], parse: 'date' };
export const ATTENDANCE_CHOICES = ['Có mặt', 'Vắng có phép', 'Vắng không phép', 'Miễn sinh hoạt'];
