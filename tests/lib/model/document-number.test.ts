/** Numbers of documents as they are kept. */
import { expect, it } from 'vitest';
import { documentNumberSchema } from '../../../lib/model/document-number';

const ROW = { type: 'BC', term: '2025-2027', number: 5, day: '2026-11-30', title: 'Báo cáo tháng 11', about: null };

it.each([
  [{}, true],
  [{ number: 0 }, false],
  [{ day: '2026-11-31' }, false],
  [{ term: '' }, false],
  [{ title: 'Báo cáo MẬT' }, false],
])('%o: %s', (patch, fits) => expect(documentNumberSchema.safeParse({ ...ROW, ...patch }).success).toBe(fits));
