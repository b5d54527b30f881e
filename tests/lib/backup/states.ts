/** Random but valid states of the whole store, from a number: the same number gives the same state. */
import type { AllData } from '../../../lib/model/all-data';
import { DATA_KINDS } from '../../../lib/model/member-consent';
import { REQUEST_KINDS } from '../../../lib/model/data-request';
import type { PointReading } from '../../../lib/model/point-reading';
import { DEFAULT_SETTINGS } from '../../../lib/model/settings';
import { dayInVietnam } from '../../../lib/vi/dates';
import { taughtSite } from '../model/taught-site';

/** A small generator of numbers (mulberry32). */
export function numbers(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (end: number) => Math.floor(next() * end);
  const chance = (share: number) => next() < share;
  const pick = <T>(list: readonly T[]): T => list[below(list.length)]!;
  return { next, below, chance, pick };
}
export type Numbers = ReturnType<typeof numbers>;

const NAMES = ['Nguyễn Văn An', 'Trần Thị Bình', 'Lê Hoà', '=1+1', 'O\'Brien "x"', '名前 👩‍🌾', 'Đỗ  Đông', '<b>'];
const START = Date.UTC(2024, 0, 1);
const id = (n: Numbers) => `${n.below(1e9).toString(36)}-${n.below(1e9).toString(36)}`;
const instant = (n: Numbers, from = START, span = 700 * 86_400_000) => new Date(from + n.below(span)).toISOString();
const maybe = <T>(n: Numbers, value: () => T): T | null => (n.chance(0.5) ? value() : null);

export function reading(n: Numbers, subject: string): PointReading {
  const takenAt = instant(n);
  const total = n.below(100_000);
  const longer = n.chance(0.3);
  const lastSeenAt = longer ? new Date(Date.parse(takenAt) + n.below(5 * 86_400_000)).toISOString() : takenAt;
  const spans = dayInVietnam(new Date(lastSeenAt)) !== dayInVietnam(new Date(takenAt));
  const source = n.pick(['page', 'ranking', 'file', 'paste', 'manual'] as const);
  return {
    id: id(n),
    subject,
    day: dayInVietnam(new Date(takenAt)),
    takenAt,
    lastSeenAt,
    ...(spans ? { alsoSeenAt: [lastSeenAt] } : {}),
    total,
    raw: n.chance(0.5) ? String(total) : `Điểm: ${total}`,
    where: n.pick(['', 'div > span', 'dòng 2']),
    source,
    site: maybe(n, () => 'vnpt'),
    siteVersion: maybe(n, () => 1 + n.below(3)),
    host: maybe(n, () => 'so-tay.example.vn'),
    origin: n.pick(['dashboard', 'diem.csv', '']),
    name: maybe(n, () => n.pick(NAMES)),
    role: maybe(n, () => n.pick(['Bí thư', 'Đảng viên'])),
    unit: maybe(n, () => n.pick(['Chi bộ 1', 'Chi bộ thôn An Cư'])),
    newRun: null,
    corrections: n.chance(0.15)
      ? [{ total: n.below(9_999), day: dayInVietnam(new Date(takenAt)), at: instant(n), reason: 'gõ nhầm' }]
      : [],
    withdrawn: n.chance(0.1) ? { at: instant(n), reason: 'nhầm người' } : null,
  };
}

/** A state with up to `size` readings and a few of everything else. */
export function stateFrom(seed: number, size = 30): AllData {
  const n = numbers(seed);
  const members = Array.from({ length: n.below(6) }, () => ({
    id: id(n),
    name: n.pick(NAMES),
    otherNames: n.chance(0.3) ? ['Tên Cũ'] : [],
    code: maybe(n, () => `M${n.below(99)}`),
    unit: maybe(n, () => 'Chi bộ 1'),
    role: maybe(n, () => 'Phó bí thư'),
    status: maybe(n, () => n.pick(['CHINH_THUC', 'DU_BI'] as const)),
    eligible: maybe(n, () => n.chance(0.5)),
    installed: maybe(n, () => n.chance(0.5)),
    reason: maybe(n, () => 'đi xa'),
    isSelf: false,
    createdAt: instant(n),
    removedAt: n.chance(0.1) ? instant(n) : null,
  }));
  const subjects = ['me', ...members.map((member) => member.id)];
  const day = () => dayInVietnam(new Date(instant(n)));
  const lists = {
    readings: Array.from({ length: n.below(size + 1) }, () => reading(n, n.pick(subjects))),
    members,
    captures: Array.from({ length: n.below(3) }, () => ({
      id: id(n),
      kind: 'ranking' as const,
      listId: `list-${n.below(9)}`,
      site: 'vnpt',
      siteVersion: 1,
      host: 'so-tay.example.vn',
      screen: maybe(n, () => 'ranking'),
      unit: null,
      role: null,
      headers: [],
      rows: [],
      complete: n.chance(0.5),
      total: maybe(n, () => n.below(50)),
      firstSeenAt: instant(n),
      updatedAt: instant(n),
      adoptedAt: null,
    })),
    consents: (['ownPoints', 'cellLists'] as const).flatMap((item) =>
      n.chance(0.7)
        ? [
            {
              id: id(n),
              item,
              text: 'Tôi đồng ý.',
              language: n.pick(['vi', 'en'] as const),
              givenAt: instant(n),
              withdrawnAt: n.chance(0.2) ? instant(n) : null,
            },
          ]
        : [],
    ),
    confirmedSites: Array.from({ length: n.below(3) }, (_, index) => ({ key: `host\u0000${index}`, at: instant(n) })),
    memberConsents: Array.from({ length: n.below(3) }, () => ({
      id: id(n),
      memberId: null,
      person: n.pick(NAMES),
      kinds: [n.pick(DATA_KINDS)],
      purpose: 'lập bảng tổng hợp',
      method: 'VAN_BAN' as const,
      givenOn: day(),
      keepUntil: maybe(n, day),
      text: 'Tôi đồng ý.',
      withdrawnOn: n.chance(0.2) ? day() : null,
      erasedOn: null,
    })),
    requests: Array.from({ length: n.below(3) }, () => ({
      id: id(n),
      memberId: null,
      person: n.pick(NAMES),
      kind: n.pick(REQUEST_KINDS),
      receivedOn: day(),
      answerBy: day(),
      doneBy: day(),
      answeredOn: maybe(n, day),
      doneOn: null,
      extendedOn: null,
      erasedOn: null,
      note: n.pick(['', 'đã gọi']),
    })),
    hostSites: Array.from({ length: n.below(3) }, (_, index) => {
      const host = `so-tay-${index}.example.vn`;
      const site = n.chance(0.5) ? taughtSite(host, 1 + n.below(4)) : null;
      const from = site === null ? null : n.pick(['taught', 'imported'] as const);
      return {
        id: host,
        addedAt: '2026-01-01T00:00:00.000Z',
        changedAt: instant(n),
        shipped: n.chance(0.8),
        site,
        from,
      };
    }),
    desk: Array.from({ length: n.below(3) }, (_, index) => {
      const at = instant(n);
      const period = { from: `2026-0${1 + index}-01`, to: `2026-0${1 + index}-28` };
      return {
        id: `activity ${period.from}..${period.to} x`,
        kind: 'activity' as const,
        unit: maybe(n, () => 'Chi bộ 1'),
        createdAt: at,
        changedAt: at,
        removedAt: null,
        versions: { a1: 1 + n.below(4) },
        value: {
          memberId: 'x',
          period,
          used: maybe(n, () => n.chance(0.5)),
          visits: maybe(n, () => n.below(99)),
          studied: null,
          quizzes: maybe(n, () => n.below(9)),
          opinions: null,
          origin: 'nhập tay',
        },
      };
    }),
    deletions: Array.from({ length: n.below(3) }, (_, index) => ({
      seq: index + 1,
      at: instant(n),
      cause: 'retention' as const,
      what: 'readings' as const,
      count: 1 + n.below(9),
      upTo: maybe(n, day),
    })),
    journal: Array.from({ length: n.below(8) }, (_, index) => ({
      seq: index + 1,
      at: instant(n),
      action: n.pick(['recordReadings', 'saveMembers']),
      detail: { count: n.below(5), source: n.pick(['file', null]) },
    })),
  };
  // Logs are written one line after the other.
  for (const list of [lists.deletions, lists.journal]) {
    const times = list.map(({ at }) => at).sort();
    list.forEach((line, index) => (line.at = times[index] ?? line.at));
  }
  const { confirmedSites: _sites, ...counted } = lists;
  return {
    format: 'sotay-data',
    version: 1,
    schemaVersion: 5,
    exportedAt: instant(n),
    counts: Object.fromEntries(
      Object.entries(counted).map(([kind, rows]) => [kind, rows.length]),
    ) as unknown as AllData['counts'],
    ...lists,
    settings: {
      ...DEFAULT_SETTINGS,
      subjectName: maybe(n, () => n.pick(NAMES)),
      targetPerMonth: maybe(n, () => 1 + n.below(5_000)),
      leapLimit: n.pick([2_000, 500]),
    },
  };
}

/** The first state that holds at least this much of what a test needs. */
export function stateWith(readings: number, members: number): AllData {
  for (let seed = 1; ; seed++) {
    const state = stateFrom(seed, 12);
    if (state.readings.length >= readings && state.members.length >= members) return state;
  }
}

/** The same store some time later: records added, carried on, corrected, withdrawn. */
export function later(state: AllData, seed: number): AllData {
  const n = numbers(seed ^ 0x5bd1e995);
  const readings = state.readings.map((one): PointReading => {
    if (n.chance(0.15)) {
      const before = { total: one.total, day: one.day, at: instant(n), reason: 'sửa' };
      return { ...one, total: n.below(90_000), corrections: [...one.corrections, before] };
    }
    return n.chance(0.1) && one.withdrawn === null ? { ...one, withdrawn: { at: instant(n), reason: 'bỏ' } } : one;
  });
  const added = Array.from({ length: 1 + n.below(8) }, () =>
    reading(n, n.pick(['me', ...state.members.map((m) => m.id)])),
  );
  const members = state.members.map((member) =>
    n.chance(0.2) ? { ...member, name: `${member.name} B`, otherNames: [...member.otherNames, member.name] } : member,
  );
  const last = state.journal.at(-1)?.seq ?? 0;
  const journal = [
    ...state.journal,
    {
      seq: last + 1,
      at: new Date(Date.parse(state.journal.at(-1)?.at ?? instant(n)) + 60_000).toISOString(),
      action: 'correctReading',
      detail: {},
    },
  ];
  const next = { ...state, readings: [...readings, ...added], members, journal };
  return {
    ...next,
    counts: { ...state.counts, readings: next.readings.length, journal: journal.length },
  };
}

/** As two stores are compared: lists by id, and without what is derived (`newRun`) or told about the copy itself. */
export function logical(data: AllData): unknown {
  const byId = <T extends object>(rows: readonly T[], key: keyof T) =>
    [...rows].sort((a, b) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0));
  return {
    readings: byId(
      data.readings.map((one) => ({ ...one, newRun: null })),
      'id',
    ),
    members: byId(data.members, 'id'),
    captures: byId(data.captures, 'id'),
    consents: byId(data.consents, 'id'),
    memberConsents: byId(data.memberConsents, 'id'),
    requests: byId(data.requests, 'id'),
    hostSites: byId(data.hostSites, 'id'),
    desk: byId(data.desk, 'id'),
    confirmedSites: byId(data.confirmedSites, 'key'),
    deletions: byId(data.deletions, 'seq'),
    journal: byId(data.journal, 'seq'),
    settings: data.settings,
    counts: data.counts,
  };
}
