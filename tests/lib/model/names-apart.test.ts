/** People of one name carry their codes; everybody else does not. */
import { expect, it } from 'vitest';
import { nameWithoutCode, namesApart } from '../../../lib/model/names-apart';

it('adds the code only where a name is shared, in either spelling', () => {
  const people = [
    { name: 'Nguyễn Thị Hoà', code: 'H1' },
    { name: 'Nguyễn Thị Hòa', code: 'H2' },
    { name: 'Nguyễn Thị Hòa', code: null },
    { name: 'Lê Văn An', code: 'A' },
  ];
  expect(namesApart(people)).toEqual(['Nguyễn Thị Hoà (H1)', 'Nguyễn Thị Hòa (H2)', 'Nguyễn Thị Hòa', 'Lê Văn An']);
});

it('finds the name again', () => {
  expect(nameWithoutCode('Nguyễn Thị Hoà (H1)')).toBe('Nguyễn Thị Hoà');
  expect(nameWithoutCode('Lê Văn An')).toBe('Lê Văn An');
});
