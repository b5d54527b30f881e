/** The list of shipped sites, most particular first: `sotay-dong-hanh/sites`. */
import type { Site } from '../model/site';
import { vnpt } from './vnpt';

export const SITES: readonly Site[] = [vnpt];
