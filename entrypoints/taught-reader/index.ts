/** The reader of hosts that a person taught, injected in place of the other one. */
import { BEGUN } from '../reader/begun';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { readTaught } from '@/lib/reader';
import { runReader } from '../reader/run';

export default defineUnlistedScript(() => runReader(BEGUN, readTaught));
