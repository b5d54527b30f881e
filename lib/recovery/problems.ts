/** What cannot be written at the moment, one line for each of the places copies lie in. */

export type Place = 'canary' | 'log' | 'snapshot' | 'copies' | 'report' | 'forget';

export interface Problems {
  note(place: Place, error: unknown): void;
  solved(...places: Place[]): void;
  /** Null while all is well. */
  first(): string | null;
}

/** `changed` is called when the first line is another than before. */
export function createProblems(changed: () => void = () => {}): Problems {
  const lines = new Map<Place, string>();
  const first = () => [...lines.values()][0] ?? null;
  const after = (work: () => void) => {
    const before = first();
    work();
    if (first() !== before) changed();
  };
  return {
    note: (place, error) => after(() => void lines.set(place, `${place}: ${describe(error)}`)),
    solved: (...places) => after(() => places.forEach((place) => lines.delete(place))),
    first,
  };
}

function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 200) : 'unknown';
}
