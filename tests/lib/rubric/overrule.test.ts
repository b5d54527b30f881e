/** Taking proposals, and overruling them with a note. */
import { describe, expect, it } from 'vitest';
import { type Answers, fillIn, findUnexplained, sameAnswer, scoreColumn, withProposals } from '../../../lib/rubric';
import { anPhu } from '../../../lib/rubrics/an-phu-2025';
import { facts } from './facts';

const proposals = fillIn(anPhu, facts({ present: 30, speakers: 20 }));
const mine: Answers = { 'du-hop': { kind: 'BAND', band: 'tu-90', note: '' }, 'goi-mo': { kind: 'YES', note: '' } };

describe('withProposals', () => {
  it('fills what is open and leaves what a person said', () => {
    const filled = withProposals(mine, proposals, (one) => `vì ${one.reason.is}`);
    expect(filled['du-hop']).toEqual(mine['du-hop']);
    expect(filled['thoi-luong']).toEqual({ kind: 'BAND', band: 'dat', note: 'vì IN_BAND' });
    expect(filled['noi-dung']).toBeUndefined();
    expect(Object.keys(mine)).toHaveLength(2);
  });

  it('gives a deduction its reason as note, so that none is missing', () => {
    const filled = withProposals({}, proposals, () => 'lý do');
    expect(filled['du-hop']).toEqual({ kind: 'BAND', band: 'tu-75', note: 'lý do' });
    expect(scoreColumn(anPhu, filled).findings.filter((one) => one.is === 'NOTE_MISSING')).toEqual([]);
  });
});

describe('findUnexplained', () => {
  it('names what was answered otherwise without a note', () => {
    expect(findUnexplained(mine, proposals)).toEqual(['du-hop']);
    expect(
      findUnexplained({ 'du-hop': { kind: 'BAND', band: 'tu-90', note: 'hai đồng chí đến muộn' } }, proposals),
    ).toEqual([]);
    expect(
      findUnexplained(
        withProposals({}, proposals, () => ''),
        proposals,
      ),
    ).toEqual([]);
  });
});

describe('sameAnswer', () => {
  it.each([
    [{ kind: 'YES', note: 'a' }, { kind: 'YES', note: '' }, true],
    [{ kind: 'YES', note: '' }, { kind: 'NO', note: '' }, false],
    [{ kind: 'POINTS', points: 1, note: '' }, { kind: 'POINTS', points: 2, note: '' }, false],
    [{ kind: 'BAND', band: 'a', note: '' }, { kind: 'BAND', band: 'b', note: '' }, false],
  ] as const)('%j %j', (a, b, same) => expect(sameAnswer(a, b)).toBe(same));
});
