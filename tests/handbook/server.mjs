/** Serves the stand-in handbook on 127.0.0.1, each skin at the root of its own port. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildHandbook, OUTPUT, SKINS } from './build.mjs';

const HOST = '127.0.0.1';
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};
/** What a browser page may carry from one request to the next: account, faults, day, role. */
const CARRIED = ['vao', 'loi', 'ngay', 'vai'];

function readCookies(request) {
  const pairs = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('='));
  return new Map(pairs.map(([name, value = '']) => [name, decodeURIComponent(value)]));
}

/** Ant Design sets innerHTML and inline styles without a nonce, so a site made of it can be less strict only. */
function strictPolicy(nonce, skin, frames) {
  const antd = skin === 'ptit';
  const trusted = antd ? [] : ["require-trusted-types-for 'script'", "trusted-types 'none'"];
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${antd ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "connect-src 'none'",
    `frame-src ${frames ? "'self'" : "'none'"}`,
    "base-uri 'none'",
    "form-action 'self'",
    "object-src 'none'",
    ...trusted,
  ].join('; ');
}

async function readForm(request) {
  let body = '';
  for await (const chunk of request) {
    body += chunk;
    if (body.length > 10_000) break;
  }
  return new URLSearchParams(body);
}

function sendPage(response, skin, status, html, state) {
  const faults = (state.get('loi') ?? '').split(',');
  const headers = { 'content-type': TYPES['.html'], 'cache-control': 'no-store' };
  let page = html;
  if (faults.includes('csp')) {
    const nonce = randomBytes(12).toString('base64');
    headers['content-security-policy'] = strictPolicy(nonce, skin, faults.includes('iframe'));
    page = html
      .replace('<head>', `<head><meta name="csp-nonce" content="${nonce}">`)
      .replaceAll('<style>', `<style nonce="${nonce}">`);
  }
  response.writeHead(status, headers).end(page);
}

/** Starts one skin; `port` 0 takes any free one. */
export async function startHandbook({ skin = 'vnpt', port = 0, build = true } = {}) {
  if (!SKINS.includes(skin)) throw new Error(`unknown skin "${skin}"; known: ${SKINS.join(', ')}`);
  if (build) await buildHandbook([skin]);
  const folder = join(OUTPUT, skin);
  const index = await readFile(join(folder, 'index.html'), 'utf8').catch(() => undefined);
  const renderer = index === undefined ? await import(pathToFileURL(join(folder, 'render.js')).href) : undefined;

  const answer = async (request, response) => {
    const url = new URL(request.url ?? '/', `http://${HOST}`);
    const cookies = readCookies(request);
    const state = new Map();
    for (const key of CARRIED) {
      const given = url.searchParams.get(key);
      const value = given ?? cookies.get(`${skin}-${key}`);
      if (value !== undefined) state.set(key, value);
      if (given !== null) response.appendHeader('set-cookie', `${skin}-${key}=${encodeURIComponent(given)}; Path=/`);
    }
    const extension = extname(url.pathname);
    if (index !== undefined && extension !== '') {
      const path = normalize(join(folder, decodeURIComponent(url.pathname)));
      const file = path.startsWith(folder) ? await readFile(path).catch(() => undefined) : undefined;
      const type = TYPES[extension] ?? 'application/octet-stream';
      if (file === undefined) response.writeHead(404).end();
      else response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(file);
      return;
    }
    if (renderer === undefined) {
      sendPage(response, skin, 200, index, state);
      return;
    }
    const form = request.method === 'POST' ? await readForm(request) : new URLSearchParams();
    const page = renderer.respond({ path: url.pathname, query: url.searchParams, form, state });
    for (const [key, value] of Object.entries(page.keep ?? {})) {
      response.appendHeader('set-cookie', `${skin}-${key}=${encodeURIComponent(value)}; Path=/`);
    }
    if (page.wait) await new Promise((resolve) => setTimeout(resolve, page.wait));
    if (page.type !== undefined) response.writeHead(200, { 'content-type': page.type }).end(page.html);
    else if (page.redirect !== undefined) response.writeHead(303, { location: page.redirect }).end();
    else sendPage(response, skin, page.status ?? 200, page.html, state);
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, HOST, resolve);
  });
  const taken = server.address().port;
  return {
    skin,
    port: taken,
    url: `http://${HOST}:${taken}`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/** Starts every skin on neighbouring ports (all free ones when `port` is 0). */
export async function startAllSkins({ port = 0 } = {}) {
  await buildHandbook();
  const started = [];
  try {
    for (const [offset, skin] of SKINS.entries()) {
      started.push(await startHandbook({ skin, port: port === 0 ? 0 : port + offset, build: false }));
    }
  } catch (error) {
    await Promise.all(started.map((handbook) => handbook.close()));
    throw error;
  }
  return started;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const at = process.argv.indexOf('--port');
  const started = await startAllSkins({ port: at === -1 ? 4600 : Number(process.argv[at + 1]) });
  for (const { skin, url } of started) console.log(`${skin.padEnd(9)} ${url}/?vao=chibo-34`);
}
