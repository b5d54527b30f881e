/** The list of shipped sites, most particular first: `sotay-dong-hanh/sites`. */
import type { Site } from '../model/site';
import { bangHtml } from './bang-html';
import { odoo } from './odoo';
import { ptit } from './ptit';
import { quocGia } from './quoc-gia';
import { vnpt } from './vnpt';

/** Every site the package knows; `findSite` picks among them. */
export const SITES: readonly Site[] = [vnpt, ptit, quocGia, odoo, bangHtml];
