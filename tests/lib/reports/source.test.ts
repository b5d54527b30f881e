/** Who issues a paper. */
import { expect, it } from 'vitest';
import { frameOf, issuerOf } from '../../../lib/reports';
import { SOURCE } from './sample';

it('the secretary signs; the deputy where there is no secretary; T/M CHI BỘ always', () => {
  expect(issuerOf(SOURCE).signer).toEqual({ title: 'BÍ THƯ', name: 'An', head: null });
  const cell = { ...SOURCE.cell, secretary: null, deputy: 'Bình' };
  expect(issuerOf({ ...SOURCE, cell }).signer).toEqual({ title: 'PHÓ BÍ THƯ', name: 'Bình', head: null });
  expect(issuerOf({ ...SOURCE, cell: { ...cell, deputy: null } }).signer.name).toBeNull();
});

it('a paper is dated today and goes to the body above', () => {
  expect(frameOf(SOURCE)).toMatchObject({
    number: null,
    day: '2026-12-07',
    issuer: { recipients: ['Đảng ủy xã Đông Trà (báo cáo)'] },
  });
  expect(frameOf(SOURCE, { number: 3, day: '2026-12-31' })).toMatchObject({ number: 3, day: '2026-12-31' });
});
