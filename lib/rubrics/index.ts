/** The list of shipped rubrics, by id. */
import type { Rubric } from '../model/rubric';
import { anPhu } from './an-phu-2025';
import { hd12 } from './hd12-2018';
import { hd42 } from './hd42-2025';
import { tanTien } from './tan-tien-2025';

/** Every rubric the package ships, the central frame first. */
export const RUBRICS: readonly Rubric[] = [hd42, anPhu, tanTien, hd12];

/** The shipped rubric of this id, or null. */
export function findRubric(id: string): Rubric | null {
  return RUBRICS.find((rubric) => rubric.id === id) ?? null;
}
