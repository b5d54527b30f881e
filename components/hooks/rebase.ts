/** A draft put onto what a form would begin with today. Pure. */
import { isSameData } from '@/lib/model/same-data';

/** What was typed stands; fields nobody touched follow what changed elsewhere since. */
export function rebase<T extends object>(began: T, typed: T, today: T): T {
  const touched = Object.entries(typed).filter(([field, value]) => !isSameData(value, began[field as keyof T])); // its own keys
  return { ...today, ...(Object.fromEntries(touched) as Partial<T>) }; // fields of the form
}
