/** Which parts of a worker's answer are handed over rather than copied. */

/** Buffers of an answer that are handed over rather than copied. */
export function transferOf(answer: unknown): Transferable[] {
  if (typeof answer !== 'object' || answer === null || !('bytes' in answer)) return [];
  return answer.bytes instanceof ArrayBuffer ? [answer.bytes] : [];
}
