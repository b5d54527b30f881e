/** The library under test inside a page of the gallery. */
import * as picker from '../../lib/picker';
import { readPage } from '../../lib/reader';
import { scrubPage } from '../../lib/scrub';

Object.assign(globalThis, { sotay: { ...picker, readPage, scrubPage } });
