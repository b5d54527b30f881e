/** Ids of stored records: made before a transaction opens, never inside one. */

/** A new random id. */
export function newId(): string {
  return crypto.randomUUID();
}

/** A supply of ids made now, for use inside a transaction. */
export function idSupply(count: number): () => string {
  const ids = Array.from({ length: count }, newId);
  return () => {
    const id = ids.pop();
    if (id === undefined) throw new Error('more ids asked for than were prepared');
    return id;
  };
}
