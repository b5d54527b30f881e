/** Draws public/icon and public/icon-plain/{16,32,48,96,128}.png from scripts/icon.svg and icon-plain.svg in Chromium; run after changing the drawing. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright';

const here = dirname(fileURLToPath(import.meta.url));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-background-networking'],
});
try {
  for (const [name, size] of ['icon', 'icon-plain'].flatMap((one) => [16, 32, 48, 96, 128].map((n) => [one, n]))) {
    const folder = join(here, '..', 'public', name);
    mkdirSync(folder, { recursive: true });
    const svg = readFileSync(join(here, `${name}.svg`), 'utf8');
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
    await page.setContent(
      `<body style="margin:0"><img src="${source}" width="${size}" height="${size}" style="display:block">`,
    );
    await page.locator('img').evaluate((image) => image.decode());
    writeFileSync(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
    await page.close();
  }
} finally {
  await browser.close();
}
