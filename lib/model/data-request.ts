/** The ledger of requests people make about their data, with the legal days for each (Luật 91/2025/QH15; NĐ 356/2025/NĐ-CP). */
import * as z from 'zod';
import { isDay } from '../vi/dates';

const day = z.string().refine(isDay, 'expected YYYY-MM-DD');

/** Xem, nhận bản sao, sửa, xóa, rút đồng ý, hạn chế, phản đối. */
export const REQUEST_KINDS = ['access', 'copy', 'correct', 'erase', 'withdraw', 'restrict', 'object'] as const;

export const dataRequestSchema = z.strictObject({
  id: z.string().min(1).max(64),
  memberId: z.string().min(1).max(64).nullable(),
  person: z.string().min(1).max(200),
  kind: z.enum(REQUEST_KINDS),
  receivedOn: day,
  /** Day by which it must be answered, and by which it must be carried out. */
  answerBy: day,
  doneBy: day,
  answeredOn: day.nullable(),
  doneOn: day.nullable(),
  /** Day on which `doneBy` was put off, which the law allows once. */
  extendedOn: day.nullable(),
  note: z.string().max(1_000),
  /** Day on which the person was erased and the name replaced by initials. */
  erasedOn: day.nullable(),
});
export type DataRequest = z.infer<typeof dataRequestSchema>;
export type RequestKind = DataRequest['kind'];

/** As entered; the days by which it is due follow from the rules. */
export const dataRequestDraftSchema = dataRequestSchema.pick({
  memberId: true,
  person: true,
  kind: true,
  receivedOn: true,
  note: true,
});
export type DataRequestDraft = z.infer<typeof dataRequestDraftSchema>;
