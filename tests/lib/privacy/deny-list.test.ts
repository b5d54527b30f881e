/** Denied columns and values, in every spelling. */
import { expect, it } from 'vitest';
import { deniedKind, holdsDenied, looksDenied } from '../../../lib/privacy/deny-list';

it.each([
  ['Số CCCD', 'nationalId'],
  ['CMND/CCCD', 'nationalId'],
  ['SỐ ĐIỆN THOẠI', 'phone'],
  ['so dien thoai', 'phone'],
  ['Ngày sinh'.normalize('NFD'), 'birthDate'],
  ['Quê quán', 'homeTown'],
  ['Nơi ở hiện nay', 'residence'],
  ['Địa chỉ', 'residence'],
  ['Số thẻ đảng viên', 'partyCard'],
  ['Số lý lịch', 'profileNumber'],
  ['E-mail', 'email'],
  ['Ảnh đại diện', 'photo'],
  ['Tên đăng nhập', 'credential'],
  ['Kỷ luật', 'discipline'],
])('%s is %s', (label, kind) => expect(deniedKind(label)).toBe(kind));

it.each([
  'Họ và tên',
  'Mã đảng viên',
  'Ngày',
  'Điểm tích lũy',
  'Đã cài đặt',
  'Đủ điều kiện',
  'Lý do',
  'Chi bộ',
  'Sinh hoạt',
])('%s is allowed', (label) => expect(deniedKind(label)).toBeNull());

it.each(['0912345678', '+84 912 345 678', '091.234.5678', '034200001234', 'an@example.vn', '0912\u200b345678'])(
  '%s looks denied',
  (value) => expect(looksDenied(value)).toBe(true),
);

it.each(['70.000', '01', 'DV-0012', 'Nguyễn Văn An', '12345', '2026-09-30', ''])('%s does not', (value) =>
  expect(looksDenied(value)).toBe(false),
);

it.each([
  'An 0912345678',
  'gọi 0912 345 678 buổi tối',
  'zalo: +84.912.345.678',
  'CCCD 034080001234',
  'thư về an.nguyen@example.vn nhé',
])('%s holds one', (text) => expect(holdsDenied(text)).toBe(true));

it.each([
  'ở với con gái tại Huế',
  '70.000 điểm ngày 30/09/2026',
  'số 123456789012345',
  'từ 01/01/2026 đến 31/12/2026',
  '',
])('%s holds none', (text) => expect(holdsDenied(text)).toBe(false));
