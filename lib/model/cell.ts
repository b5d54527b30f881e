/** What the desk knows of one cell: how its papers are headed and signed, its rules of meeting, and its targets for the year. */
import * as z from 'zod';
import { CELL_TYPES as GUIDE_CELL_TYPES } from './rubric';

const line = z.string().max(300);

/** Kinds of cell: those the guide names, and any other. */
export const CELL_TYPES = [...GUIDE_CELL_TYPES, 'KHAC'] as const;

/** Targets that a report compares with; percent of the members they are counted of. */
export const TARGETS = ['installed', 'active', 'attendance', 'quiz'] as const;
export type Target = (typeof TARGETS)[number];
const percent = z.number().min(0).max(100).nullable();

export const cellSchema = z.strictObject({
  superior: line.nullable(),
  name: line.nullable(),
  place: line.nullable(),
  secretary: line.nullable(),
  deputy: line.nullable(),
  recorder: line.nullable(),
  type: z.enum(CELL_TYPES).nullable(),
  /** Term that numbers of documents run through, such as `2025-2027`. */
  term: z.string().max(40).nullable(),
  /** Document profile and rubric in use: ids of shipped ones or of copies. */
  profile: z.string().max(64),
  rubric: z.string().max(64),
  /** Minutes a regular and a combined meeting must last; null: 90 and 120 (HD 42-HD/BTCTW). Small cells may be given others. */
  leastMinutes: z
    .strictObject({ regular: z.number().int().min(15).max(480), combined: z.number().int().min(15).max(480) })
    .nullable(),
  /** Day of the month and time on which the cell meets. */
  meets: z
    .strictObject({
      day: z.number().int().min(1).max(31),
      time: z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/),
      place: line,
    })
    .nullable(),
  targets: z.strictObject({ installed: percent, active: percent, attendance: percent, quiz: percent }),
});
export type Cell = z.infer<typeof cellSchema>;

export const DEFAULT_CELL: Cell = {
  superior: null,
  name: null,
  place: null,
  secretary: null,
  deputy: null,
  recorder: null,
  type: null,
  term: null,
  profile: 'hd05-2026',
  rubric: 'hd42-2025',
  leastMinutes: null,
  meets: null,
  // Attendance: at least 90 % (HD 42-HD/BTCTW). The others are for the cell to set.
  targets: { installed: null, active: null, attendance: 90, quiz: null },
};

/** Id of the record of one unit; members without a unit are one cell as well. */
export function cellId(unit: string | null): string {
  return `cell ${unit ?? ''}`.slice(0, 320);
}
