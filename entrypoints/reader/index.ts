/** The reader of shipped sites, injected once the user agreed. */
import { BEGUN } from './begun';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { runReader } from './run';

export default defineUnlistedScript(() => runReader(BEGUN));
