/** Free text people write down, refused where it carries a state-secret mark (Luật 117/2025/QH15): nothing of it may be kept. */
import * as z from 'zod';
import { findSecrecyMark } from '../privacy/secrecy';

const unmarked = (text: string) => findSecrecyMark(text) === null;
const WHY = 'carries a state-secret mark (Mật, Tối mật, Tuyệt mật)';

/** Up to `max` characters, may be empty. */
export const words = (max: number) => z.string().max(max).refine(unmarked, WHY);

/** One to `max` characters. */
export const someWords = (max: number) => z.string().min(1).max(max).refine(unmarked, WHY);
