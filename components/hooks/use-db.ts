/** The database of this page, opened by the entrypoint and handed down; the overlay frame has none. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TrackerDb } from '@/lib/tracker/db';

/** `<DbContext.Provider value={db}>` stands at the root of dashboard and tests. */
export const DbContext = createContext<TrackerDb | null>(null);

export function useDb(): TrackerDb {
  const db = useContext(DbContext);
  if (db === null) throw new Error('useDb needs <DbContext.Provider value={openTracker()}> above it');
  return db;
}
