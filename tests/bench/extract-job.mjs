/** What `sotay extract` does, with jsdom for the parser: read a saved page's rows and print them, in a process of its own. */
import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';

const { document } = new JSDOM(readFileSync(process.argv[2], 'utf8')).window;
const rows = [];
for (const row of document.querySelectorAll('tbody tr'))
  rows.push([...row.cells].map((cell) => cell.textContent.trim()));
process.stdout.write(JSON.stringify(rows));
