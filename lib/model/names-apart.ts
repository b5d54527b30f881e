/** Names as lists show them: people of one name are told apart by their codes. */
import { nameKey } from '../vi/names';

export interface Named {
  name: string;
  code: string | null;
}

/** The name of each of `people`, in their order; with the code in brackets where several share it. */
export function namesApart(people: readonly Named[]): string[] {
  const times = new Map<string, number>();
  for (const { name } of people) times.set(nameKey(name), (times.get(nameKey(name)) ?? 0) + 1);
  return people.map(({ name, code }) => {
    const shared = (times.get(nameKey(name)) ?? 0) > 1;
    return shared && code !== null && code !== '' ? `${name} (${code})` : name;
  });
}

/** The name alone, for ordering. */
export function nameWithoutCode(name: string): string {
  return name.replace(/ \([^()]*\)$/, '');
}
