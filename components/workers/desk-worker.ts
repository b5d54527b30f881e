/** The desk worker: files in, previews, tallies and finished files out; what it does stands in desk-tasks.ts. */
import { zodSettings } from './zod-setup';
import { ImportError } from '@/lib/importers';
import type { FromDesk, ToDesk } from './desk-calls';
import { createDeskTasks } from './desk-tasks';
import { transferOf } from './transfer';

if (zodSettings.jitless !== true) throw new Error('Zod is not set up');
const tasks = createDeskTasks();
const post = (message: FromDesk, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

self.onmessage = async (event: MessageEvent<ToDesk>) => {
  const { id } = event.data;
  try {
    const answer = await tasks.run(event.data);
    post({ id, answer }, transferOf(answer));
  } catch (error) {
    post({
      id,
      failure:
        error instanceof ImportError
          ? { kind: 'import', issues: error.issues, total: error.total }
          : { kind: 'failed', detail: error instanceof Error ? error.message : String(error) },
    });
  }
};
