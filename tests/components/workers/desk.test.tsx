/** The desk worker: answers, refusals with their problems, cancelling, and going on afterwards. */
import { afterEach, describe, expect, it } from 'vitest';
import { createDesk, DeskError, type Desk } from '@/components/workers/desk';

const LIST = 'Họ và tên;Ngày;Điểm tích lũy\nLê Mới;30/09/2026;90\nTrần Bình;30/09/2026;1.000';
const read = (desk: Desk, text: string, signal?: AbortSignal) =>
  desk.call('readList', { input: { name: 'a.csv', text }, roster: [] }, signal);

let desk: Desk;
afterEach(() => desk.destroy());

describe('the desk', () => {
  it('reads a list and hands its people and readings out in parts', async () => {
    desk = createDesk();
    expect(await read(desk, LIST)).toMatchObject({ rows: 2, readings: 2, people: 2, droppedColumns: [] });
    const first = await desk.call('takePeople', { from: 0, limit: 1 });
    const second = await desk.call('takePeople', { from: 1, limit: 5 });
    const people = [...first.items, ...second.items];
    expect(people.map(({ name, kind }) => [name, kind])).toEqual([
      ['Lê Mới', 'fresh'],
      ['Trần Bình', 'fresh'],
    ]);
    const owners = people.map(({ key, rows }) => ({ memberId: `m${key}`, rows }));
    const taken = await desk.call('takeReadings', { owners, from: 1, limit: 5 });
    expect(taken.total).toBe(2);
    expect(taken.readings.map(({ memberId, row }) => [memberId, row.day, row.total])).toEqual([
      ['m1', '2026-09-30', 1_000],
    ]);
  });

  it('gives a refusal with every problem as data', async () => {
    desk = createDesk();
    const error: unknown = await read(desk, 'Họ và tên;Ngày;Điểm tích lũy\nA;hôm qua;gần 5').catch(
      (cause: unknown) => cause,
    );
    expect(error).toBeInstanceOf(DeskError);
    const { failure } = error as DeskError;
    expect(failure.kind === 'import' ? failure.issues.map(({ code, row }) => [code, row]) : failure).toEqual([
      ['badDate', 2],
      ['badTotal', 2],
    ]);
  });

  it('stops at once when cancelled and works again afterwards', async () => {
    desk = createDesk();
    const stop = new AbortController();
    const long = `Họ và tên;Ngày;Điểm tích lũy\n${'Nguyễn Văn An;30/09/2026;5\n'.repeat(200_000)}`;
    const waiting = read(desk, long, stop.signal).catch((cause: unknown) => cause);
    setTimeout(() => stop.abort(new DOMException('stopped', 'AbortError')), 50);
    const started = performance.now();
    expect(await waiting).toMatchObject({ name: 'AbortError' });
    expect(performance.now() - started).toBeLessThan(1_500);
    expect((await read(desk, LIST)).people).toBe(2);
  });

  it('refuses to hand out what it never read', async () => {
    desk = createDesk();
    await expect(desk.call('takePeople', { from: 0, limit: 1 })).rejects.toBeInstanceOf(DeskError);
  });
});
