/** Denied columns and values, in every spelling. */
import { expect, it } from 'vitest';
import { deniedKind, looksDenied } from '../../../lib/privacy/deny-list';

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
