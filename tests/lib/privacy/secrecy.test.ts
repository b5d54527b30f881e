/** Secrecy marks are found in doubt, ordinary words are not marks. */
import { expect, it } from 'vitest';
import { findSecrecyMark } from '../../../lib/privacy/secrecy';

it.each([
  ['MẬT', 'MAT'],
  ['Tài liệu Mật'.normalize('NFD'), 'MAT'],
  ['TỐI MẬT', 'TOI_MAT'],
  ['(Tuyệt  mật)', 'TUYET_MAT'],
  ['Mật, tối mật', 'TOI_MAT'],
  ['M Ậ T', 'MAT'],
  ['M\u200bẬT', 'MAT'],
  ['Độ mật: Mật', 'MAT'],
  ['Mật mãi mãi', 'MAT'],
  ['Tối\nmật', 'TOI_MAT'],
  ['MẬT: vụ việc số 3', 'MAT'],
])('%j carries %s', (text, mark) => expect(findSecrecyMark(text)).toBe(mark));

it.each([
  'Luật Bảo vệ bí mật nhà nước',
  'Đổi mật khẩu',
  'quan hệ mật thiết với nhân dân',
  'vắng mặt, mất, mắt',
  'mật độ dân số; mật ong',
  'MAT',
  '',
])('%j carries none', (text) => expect(findSecrecyMark(text)).toBeNull());
