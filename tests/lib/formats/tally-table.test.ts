/** Columns of the member table: further measures stand there where somebody told them, and are those of the party document. */
import { expect, it } from 'vitest';
import { makeDocument } from '../../../lib/documents';
import { tablesOf } from '../../../lib/documents/paper';
import { memberColumns } from '../../../lib/formats/tally-table';
import { pointTallyInput } from '../../../lib/reports';
import { DEFAULT_DOC_PROFILE } from '../../../lib/rules/doc-profiles';
import { POINT_TALLY } from '../documents/samples';
import { SOURCE } from '../reports/sample';

const FIGURES = { visits: null, studied: null, quizzes: 1, opinions: null };

it('tells answers right and asked beside the quizzes, the same in the document', () => {
  const members = POINT_TALLY.tally.members.map((one, at) => ({
    ...one,
    activity: at === 0 ? { ...FIGURES, quizRight: 18, quizAsked: 20 } : FIGURES,
  }));
  const tally = { ...POINT_TALLY.tally, members };
  const columns = memberColumns(tally).filter(({ id }) => /quiz|visits|studied|opinions/.test(id));
  expect(columns.map(({ title }) => title)).toEqual(['Bài kiểm tra', 'Số câu đúng', 'Số câu hỏi']);
  const values = members.map((one, at) => columns.map((column) => column.value(one, at)));
  expect(values[0]).toEqual([1, 18, 20]);
  expect(values[1]).toEqual([1, null, null]);
  const { paper } = makeDocument('point-tally', pointTallyInput(SOURCE, tally), DEFAULT_DOC_PROFILE);
  const [table] = tablesOf(paper);
  const places = columns.map(({ title }) => table?.columns.findIndex((one) => one.title === title) ?? -1);
  expect(table?.rows.map(({ cells }) => places.map((place) => cells[place]))).toEqual(values);
  const none = { ...tally, members: members.map((one) => ({ ...one, activity: FIGURES })) };
  expect(memberColumns(none).map(({ id }) => id)).not.toContain('quizAsked');
});
