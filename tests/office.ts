/** Office files looked at from outside: structure of the package, LibreOffice as the program that opens them, text and places in a PDF. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { JSDOM } from 'jsdom';

const INSTALL = {
  soffice: 'sudo apt-get install -y libreoffice-writer libreoffice-calc',
  pdftotext: 'sudo apt-get install -y poppler-utils',
  pdfinfo: 'sudo apt-get install -y poppler-utils',
};

function runTool(tool: keyof typeof INSTALL, args: readonly string[]): string {
  try {
    return execFileSync(tool, args, { encoding: 'utf8', stdio: 'pipe', timeout: 240_000, maxBuffer: 1 << 26 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`${tool} is missing; on Debian or Ubuntu: ${INSTALL[tool]}`, { cause: error });
  }
}

/** Converts files in one run of LibreOffice; fails when one of them could not be opened. */
export function toPdf(folder: string, names: readonly string[]): void {
  const out = join(folder, 'pdf');
  const files = names.map((name) => join(folder, name));
  const told = runTool('soffice', [
    `-env:UserInstallation=file://${folder}/profile`,
    '--headless',
    '--convert-to',
    'pdf',
    '--outdir',
    out,
    ...files,
  ]);
  const unopened = names.filter((name) => !existsSync(join(out, name.replace(/\.\w+$/, '.pdf'))));
  if (unopened.length > 0) {
    throw new Error(
      `LibreOffice did not open ${unopened.join(', ')} (${told.trim()}); is the part for it installed? ${INSTALL.soffice}`,
    );
  }
}

export interface Word {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
}
export interface PdfPage {
  width: number;
  height: number;
  words: Word[];
}

const POINTS_TO_MM = 25.4 / 72;

/** Pages of a PDF with the place of every word, in millimetres from the top left. */
export function pdfPages(path: string): PdfPage[] {
  const xml = runTool('pdftotext', ['-bbox', path, '-']);
  const doc = new JSDOM(xml).window.document;
  const number = (element: Element, name: string) => Number(element.getAttribute(name)) * POINTS_TO_MM;
  return [...doc.querySelectorAll('page')].map((page) => ({
    width: number(page, 'width'),
    height: number(page, 'height'),
    words: joined(
      [...page.querySelectorAll('word')].map((word) => ({
        text: word.textContent ?? '',
        left: number(word, 'xmin'),
        right: number(word, 'xmax'),
        top: number(word, 'ymin'),
        bottom: number(word, 'ymax'),
      })),
    ),
  }));
}

const TOUCHING = 0.5;
// Fonts reach down differently; lines are twice as far apart.
const SAME_LINE = 2;

/** Letters that come from another font, as the first one lacks them, stand apart in a PDF: pieces that touch are one word. */
function joined(pieces: readonly Word[]): Word[] {
  const words: Word[] = [];
  const order = pieces.map((piece, at) => ({ piece, at })).sort((a, b) => a.piece.left - b.piece.left || a.at - b.at);
  for (const { piece } of order) {
    const before = words.find(
      (word) => Math.abs(piece.bottom - word.bottom) < SAME_LINE && Math.abs(piece.left - word.right) < TOUCHING,
    );
    if (before === undefined) words.push({ ...piece });
    else {
      before.text += piece.text;
      before.right = piece.right;
      before.top = Math.min(before.top, piece.top);
      before.bottom = Math.max(before.bottom, piece.bottom);
    }
  }
  // From top to bottom, then from left to right, as people read; a line is as high as its words differ in height.
  return words
    .map((word) => ({ ...word, text: word.text.normalize('NFC') }))
    .sort((a, b) => (Math.abs(a.bottom - b.bottom) > SAME_LINE ? a.bottom - b.bottom : a.left - b.left));
}

// One window for all: making one takes far longer than parsing.
const PARSER = new JSDOM('').window.DOMParser;

/** Well-formed XML or an error that says where. */
export function parseXml(xml: string): Document {
  const doc = new PARSER().parseFromString(xml, 'application/xml');
  const error = doc.querySelector('parsererror');
  if (error) throw new Error(error.textContent ?? 'not well-formed');
  return doc;
}

/** What is wrong with an OOXML package: parts that are no XML, have no type, or relations that lead nowhere. */
export function packageProblems(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const text = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  const problems: string[] = [];
  if (names[0] !== '[Content_Types].xml') problems.push('[Content_Types].xml does not come first');
  const docs = new Map<string, Document>();
  for (const name of names.filter((one) => /\.(xml|rels)$/.test(one))) {
    try {
      docs.set(name, parseXml(text(name)));
    } catch (error) {
      problems.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const types = docs.get('[Content_Types].xml');
  const defaults = [...(types?.querySelectorAll('Default') ?? [])].map((one) => one.getAttribute('Extension'));
  const overrides = [...(types?.querySelectorAll('Override') ?? [])].map((one) => one.getAttribute('PartName'));
  for (const name of names.filter((one) => one !== '[Content_Types].xml')) {
    if (!overrides.includes(`/${name}`) && !defaults.includes(name.split('.').at(-1) ?? '')) {
      problems.push(`${name}: no content type`);
    }
  }
  for (const name of overrides) {
    if (!names.includes((name ?? '').slice(1))) problems.push(`${name}: typed but not there`);
  }
  for (const name of names.filter((one) => one.endsWith('.rels'))) {
    const base = name.replace(/_rels\/[^/]*$/, '');
    const ids = new Set<string>();
    for (const relation of docs.get(name)?.querySelectorAll('Relationship') ?? []) {
      const id = relation.getAttribute('Id') ?? '';
      if (ids.has(id)) problems.push(`${name}: ${id} twice`);
      ids.add(id);
      if (relation.getAttribute('TargetMode') === 'External') continue;
      const target = relation.getAttribute('Target') ?? '';
      const path = target.startsWith('/') ? target.slice(1) : new URL(target, `file:///${base}`).pathname.slice(1);
      if (!names.includes(path)) problems.push(`${name}: ${target} is not there`);
    }
    const owner = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
    for (const used of text(owner).matchAll(/\br:(?:id|embed)="([^"]+)"/g)) {
      if (!ids.has(used[1] ?? '')) problems.push(`${owner}: relation ${used[1]} is not there`);
    }
  }
  return problems;
}
