/** How a part of the reader refuses: a problem thrown inside a pass and reported by `readPage`. */
import type { Problem, ProblemCode } from '../model/observation';

export class Refusal extends Error {
  override name = 'Refusal';
  readonly problem: Problem;
  constructor(code: ProblemCode, part: string, detail: string) {
    super(`${code}: ${part}: ${detail}`);
    this.problem = { code, part: part.slice(0, 100), detail: detail.slice(0, 500) };
  }
}
