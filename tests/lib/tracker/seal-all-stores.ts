/** First import of sealed.test.ts: every store made from here on is a locked one, opened with its key. */
import { sealAllStores } from './readings';

sealAllStores();
