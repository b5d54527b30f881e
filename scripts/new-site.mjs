/** `npm run new:site <id>`: a site file to fill in, its line in the registry, and a folder for its saved pages. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, say } from './machine.mjs';

const [id] = process.argv.slice(2);
if (id === undefined || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
  say('Usage: npm run new:site <id>   (lower-case letters, digits and hyphens, for example lam-dong)');
  process.exit(2);
}
const name = id.replace(/-([a-z0-9])/g, (_, letter) => letter.toUpperCase());
const file = join(ROOT, 'lib/sites', `${id}.ts`);
const registry = join(ROOT, 'lib/sites/index.ts');
const folder = join(ROOT, 'tests/fixtures/sites', id);
if (existsSync(file)) {
  say(`lib/sites/${id}.ts is there already; nothing was changed.`);
  process.exit(3);
}
const list = readFileSync(registry, 'utf8');
const imports = `import { ${name} } from './${id}';\n`;
const last = list.lastIndexOf("\nimport { vnpt } from './vnpt';");
const entry = list.replace(/(export const SITES: readonly Site\[\] = \[)([^\]]*)(, bangHtml\])/, `$1$2, ${name}$3`);
if (last < 0 || entry === list) {
  say('lib/sites/index.ts does not look as expected; nothing was changed.');
  process.exit(3);
}
writeFileSync(
  file,
  `/** TODO(${id}): one sentence saying which handbook this is. */
import { TABLES } from './columns';
import { defineSite } from './define-site';

export const ${name} = defineSite({
  format: 'sotay-site',
  version: 1,
  id: '${id}',
  siteVersion: 1,
  label: { vi: 'Sổ tay đảng viên ${id}', en: 'Handbook ${id}' },
  hosts: [],
  provenance: { vi: 'Chưa ghi nguồn.', en: 'Source not stated yet.' },
  checkedAgainst: { vi: 'Trang đã lưu trong tests/fixtures/sites/${id}.', en: 'Pages saved in tests/fixtures/sites/${id}.' },
  confidence: 'assumed',
  spa: 'history',
  detect: [[{ starts: 'Sổ tay đảng viên ${id}' }]],
  loginPaths: ['/login'],
  sessionEnded: ['Phiên đăng nhập đã hết hạn'],
  loading: [],
  icons: [],
  headings: ['h1', 'h2'],
  context: { name: [{ after: ['Xin chào', 'Họ và tên'] }], role: [], unit: [] },
  points: { labels: ['Điểm tích lũy'], units: ['điểm'], required: false },
  tables: Object.values(TABLES),
  shapes: ['table', 'grid'],
  totalLabels: ['Tổng số'],
  pagers: ['.pagination'],
  searchLabels: ['Tìm kiếm'],
  emptyTexts: ['Không có dữ liệu'],
  screens: [],
});
`,
);
const at = entry.lastIndexOf("\nimport { vnpt } from './vnpt';") + 1;
writeFileSync(registry, entry.slice(0, at) + imports + entry.slice(at));
mkdirSync(folder, { recursive: true });
say(`lib/sites/${id}.ts and its line in lib/sites/index.ts are written.
Next: put scrubbed or invented pages into tests/fixtures/sites/${id}/*.html, fill in the site,
then \`npm run capture ${id}\`, read what it wrote, and commit. The tests find the rest.`);
