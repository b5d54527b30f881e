/** Which class names stay in a scrubbed page. */
import { describe, expect, it } from 'vitest';
import { isPlainName, safeClasses } from '../../../lib/scrub/scrub-class';

describe('class names', () => {
  it.each([
    ['names of a library', 'rs-table-row MuiDataGrid-columnHeader ant-table-cell', true],
    ['their figures, made zeros', 'MuiPaper-elevation16 ant-col-8 p-4', true],
    ['words programmers name things by', 'table-header memberList', true],
    ['a name of a person', 'nguyen-van-an', false],
    ['a name of a person after the prefix of a library', 'p-nguyenvanan v-nguyen-van-an rs-NguyenVanAn', false],
    ['a name of a person between words of a library', 'ant-table-cell-anphu el-row-tran', false],
    ['a number said in letters', 'fa-c0912345678x', false],
    ['hashes', 'css-1q2w3e jss123 sc-bdVaJa', false],
  ])('%s: %s', (_title, value, stays) => {
    expect(safeClasses(value)).toBe(stays ? value.replace(/\d/g, '0') : '');
    // Scrubbed once more, nothing changes: the second look relies on it.
    expect(safeClasses(safeClasses(value))).toBe(safeClasses(value));
  });

  it('keeps every kind once, and no more than twelve', () => {
    expect(safeClasses('ant-col-1 ant-col-2')).toBe('ant-col-0');
    expect(
      safeClasses(Array.from({ length: 30 }, (_, at) => `${'rs-'}${'x-'.repeat(at)}row`).join(' ')).split(' '),
    ).toHaveLength(12);
  });

  it.each([
    ['memberTable', true],
    ['anPhu', false],
  ])('a test name %s', (name, plain) => expect(isPlainName(name)).toBe(plain));
});
