/** The list of documents, and making one from its input. */
import * as z from 'zod';
import type { DocProfile } from '../model/doc-profile';
import { type DocumentDefinition, DocumentInputError, type MadeDocument } from './define-document';
import { adoption } from './definitions/adoption';
import { attendance } from './definitions/attendance';
import { meetingQuality } from './definitions/meeting-quality';
import { minutes } from './definitions/minutes';
import { notice } from './definitions/notice';
import { pointTally } from './definitions/point-tally';
import { programme } from './definitions/programme';
import { report } from './definitions/report';
import { resolution } from './definitions/resolution';
import { sixMonth } from './definitions/six-month';

const ALL = [
  programme,
  minutes,
  resolution,
  notice,
  report,
  meetingQuality,
  adoption,
  pointTally,
  attendance,
  sixMonth,
] as const;

type Known = (typeof ALL)[number];
export type DocumentId = Known['id'];
/** Input of each document by its id. */
export type DocumentInputs = {
  [D in Known as D['id']]: D extends DocumentDefinition<string, infer Input> ? Input : never;
};

/** What is known of a document without an input. */
export type DocumentKind = Pick<Known, 'id' | 'label' | 'type' | 'formats'>;

/** Every document, in the order shown to people. */
export const DEFINITIONS: readonly DocumentKind[] = ALL;

/** True for the id of a document. */
export function isDocumentId(id: string): id is DocumentId {
  return ALL.some((one) => one.id === id);
}

/** JSON Schema of a document's input. */
export function inputSchema(id: DocumentId): object {
  const definition = ALL.find((one) => one.id === id);
  if (definition === undefined) throw new RangeError(`${id} is no document`);
  return z.toJSONSchema(definition.schema, { io: 'input' });
}

/** The document and what was found about it. @throws DocumentInputError naming everything in the input that does not fit */
export function makeDocument<Id extends DocumentId>(
  id: Id,
  input: DocumentInputs[Id],
  profile: DocProfile,
): MadeDocument {
  return makeFromUnknown(id, input, profile);
}

/** The same for an input from outside, such as a file. @throws DocumentInputError */
export function makeFromUnknown(id: DocumentId, input: unknown, profile: DocProfile): MadeDocument {
  // The list pairs each schema with the functions that take what it gives.
  const definition = ALL.find((one) => one.id === id) as unknown as DocumentDefinition<string, unknown>;
  const result = definition.schema.safeParse(input);
  if (!result.success) {
    throw new DocumentInputError(
      id,
      result.error.issues.map(
        (issue) => `${issue.path.length === 0 ? 'input' : issue.path.join('.')}: ${issue.message}`,
      ),
    );
  }
  return {
    paper: definition.build(result.data, profile),
    findings: definition.check(result.data, profile),
    file: definition.file(result.data),
  };
}
