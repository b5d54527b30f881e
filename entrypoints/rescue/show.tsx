/** Shows the rescue view over files and databases read directly: the tracker's layers may be what is broken. */
import '@/components/ui/ui.css';
import '../dashboard/dashboard.css';
import { render } from 'preact';
import { RescueView, type RescueAccess } from '@/components/safety/RescueView';
import { createFolder } from '@/lib/recovery';
import { listSnapshots, readSnapshot } from '@/lib/recovery/snapshots';
import { createStoreAccess } from '@/lib/tracker/raw-store';

const stores = createStoreAccess();
// Only read here: the background is the one writer.
const snapshots = createFolder(async () => {
  const own = await (await navigator.storage.getDirectory()).getDirectoryHandle('sotay', { create: true });
  return own.getDirectoryHandle('snapshots', { create: true });
});

const access: RescueAccess = {
  async look() {
    const names = await stores.list();
    return Promise.all(names.map(async (name) => ({ name, state: await stores.inspect(name) })));
  },
  listSnapshots: () => listSnapshots(snapshots),
  readSnapshot: (name) => readSnapshot(snapshots, name),
  salvage: (database) => stores.salvage(database),
};

export function showRescue(doc: Document): void {
  const place = doc.getElementById('app');
  if (place !== null) render(<RescueView access={access} />, place);
}
