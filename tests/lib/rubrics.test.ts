/** The shipped rubrics: each found, each within the format, each scoring its sample. */
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RUBRICS, findRubric } from '../../lib/rubrics';
import { testRubric } from '../suites/test-rubric';

describe.each(RUBRICS.map((rubric) => ({ id: rubric.id, rubric })))('rubric $id', ({ rubric }) => testRubric(rubric));

describe('the list of rubrics', () => {
  it('holds one rubric per data file, called like it', () => {
    const files = readdirSync(new URL('../../lib/rubrics/', import.meta.url))
      .filter((name) => name.endsWith('.ts') && !['index.ts', 'define-rubric.ts'].includes(name))
      .map((name) => basename(name, '.ts'));
    expect(RUBRICS.map((rubric) => rubric.id).sort()).toEqual(files.sort());
    expect(files).toHaveLength(4);
  });

  it('finds by id', () => {
    expect(findRubric('an-phu-2025')?.basis.number).toBe('08-KH/ĐU');
    expect(findRubric('constructor')).toBeNull();
  });

  it('keeps Table A and Table B as they are printed', () => {
    const maxima = (id: string) => findRubric(id)?.groups.map((group) => group.max);
    expect(maxima('hd42-2025')).toEqual([5, 5, 10, 40, 5, 30, 5]);
    expect(maxima('an-phu-2025')).toEqual([5, 5, 10, 30, 10, 5, 30, 5]);
    const items = (id: string) =>
      findRubric(id)?.groups.flatMap((group) => group.items.map((item) => ('max' in item ? item.max : null)));
    expect(items('an-phu-2025')).toEqual([
      5, 4, 1, 3, 2, 2, 1, 2, 5, 10, 5, 2, 5, 1, 1, 1, 2, 4, 3, 1, 1, 2, 1, 1, 30, 2, 2, 1,
    ]);
    expect(items('tan-tien-2025')).toEqual([5, 5, 5, 5, 5, 25, 10, 5, 30, 5]);
    expect(items('hd12-2018')).toHaveLength(15);
  });
});
