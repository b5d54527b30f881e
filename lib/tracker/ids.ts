/** Ids of stored records: made before a transaction opens, never inside one. */

/** A new random id. */
export function newId(): string {
  return crypto.randomUUID();
}

/** A supply of ids for use inside a transaction: one random batch, counted through. */
export function idSupply(): () => string {
  const batch = crypto.randomUUID().slice(0, 18);
  let count = 0;
  return () => `${batch}-${(count++).toString(36)}`;
}
