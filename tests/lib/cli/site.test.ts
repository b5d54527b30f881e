/** `sotay site check`: what it says of good and bad definitions and pages, and its exit codes. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { InputError, UsageError } from '../../../lib/cli/io';
import { runSite } from '../../../lib/cli/site';
import { exportSite } from '../../../lib/model/describe-site';
import { parseSite } from '../../../lib/model/site';
import { buildSite, deriveList, derivePart } from '../../../lib/picker';
import { openHtml } from '../reader/open-page';

const folder = mkdtempSync(join(tmpdir(), 'sotay-site-'));
afterAll(() => rmSync(folder, { recursive: true }));
const FIXTURES = fileURLToPath(new URL('../../fixtures/sites/', import.meta.url));

async function run(...args: string[]) {
  let out = '';
  const io = { out: (text: string) => void (out += text), err: () => {}, now: () => new Date(0), cwd: folder };
  return { code: await runSite(args, io), out };
}

function taughtRanking(): string {
  const doc = openHtml(readFileSync(join(FIXTURES, 'odoo/ranking.html'), 'utf8'));
  const points = doc.querySelector('[name="diem_tich_luy"]');
  const cell = doc.querySelector('.o_data_row td:nth-child(3)');
  if (points === null || cell === null) throw new Error('the saved page has changed');
  const part = derivePart(doc, 'https://a.vn/web', points, 'points');
  const list = deriveList(doc, 'https://a.vn/web', [cell], 'ranking');
  if (!part.ok || !list.ok) throw new Error('not derived');
  return exportSite(
    buildSite({ host: 'a.vn', day: '2026-11-25', parts: [part.part], lists: [list.proposal.list], leapLimit: 500 }),
  );
}

describe('sotay site check', () => {
  it('says what a taught site reads, and reads pages with it without printing values', async () => {
    const json = taughtRanking();
    expect(exportSite(parseSite(json))).toBe(json);
    writeFileSync(join(folder, 'a.json'), json);
    const { code, out } = await run('check', 'a.json', join(FIXTURES, 'odoo/ranking.html'));
    expect(code).toBe(0);
    expect(out).toContain('taught on 2026-11-25: valid');
    expect(out).toContain('hosts: a.vn');
    expect(out).toContain('ranking: 34 of 34 rows, complete');
    expect(out).not.toContain('12345');
  });

  it('ends with 3 when a page is refused, and names the reason', async () => {
    writeFileSync(join(folder, 'a.json'), taughtRanking());
    const changed = readFileSync(join(FIXTURES, 'odoo/ranking.html'), 'utf8').replace(
      /Điểm tích lũy</g,
      'Điểm rèn luyện<',
    );
    writeFileSync(join(folder, 'changed.html'), changed);
    const { code, out } = await run('check', 'a.json', 'changed.html');
    expect(code).toBe(3);
    expect(out).toContain('changed.html: REFUSED');
    expect(out).toContain('headersChanged');
  });

  it.each([
    ['a host with a wildcard', (site: Record<string, unknown>) => ({ ...site, hosts: ['*.a.vn'] }), 'exactly one host'],
    ['two hosts', (site: Record<string, unknown>) => ({ ...site, hosts: ['a.vn', 'b.vn'] }), 'exactly one host'],
    ['a foreign key', (site: Record<string, unknown>) => ({ ...site, script: 'x' }), 'Unrecognized key'],
  ])('refuses %s', async (_why, change, message) => {
    writeFileSync(
      join(folder, 'bad.json'),
      JSON.stringify(change(JSON.parse(taughtRanking()) as Record<string, unknown>)),
    );
    await expect(run('check', 'bad.json')).rejects.toThrow(new RegExp(message));
    await expect(run('check', 'bad.json')).rejects.toBeInstanceOf(InputError);
  });

  it('asks for an action and a site', async () => {
    await expect(run()).rejects.toBeInstanceOf(UsageError);
    await expect(run('check')).rejects.toBeInstanceOf(UsageError);
    await expect(run('teach', 'a.json')).rejects.toBeInstanceOf(UsageError);
  });
});
