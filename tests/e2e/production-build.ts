/** The build that people load: made when a source is newer, so that its manifest without hosts of this computer is what is tried. */
import { join } from 'node:path';
import { buildWhenOlder } from './global-setup';

const FOLDER = join(import.meta.dirname, '../../.output/chrome-mv3');

/** Where the build lies. */
export function productionBuild(): string {
  buildWhenOlder(join(FOLDER, 'manifest.json'), ['wxt', 'build']);
  return FOLDER;
}
