/** Runs in a page: the tracker's store and raw IndexedDB with one record per row, the same work in the same run. */
import { getProgress, latestReading, listReadings, listReadingsBetween, openTracker } from '../../lib/tracker';
import { recordReadings } from '../../lib/tracker/write-readings';

const MEMBERS = 300;
const CHUNK = 5_000;
const QUARTER = { from: '2024-07-01', to: '2024-09-30' };
const NOW = new Date('2026-01-05T03:00:00Z');
const ONE = 'member-150';

/** `count` readings of 300 members over five years, member by member. */
function makeReadings(count) {
  const each = Math.ceil(count / MEMBERS);
  const shared = { at: null, source: 'file', origin: 'diem.xlsx', site: null, siteVersion: null, host: null };
  return Array.from({ length: count }, (_, at) => {
    const member = Math.floor(at / each);
    const turn = at % each;
    const day = new Date(Date.UTC(2021, 0, 1) + Math.floor((turn * 1_825) / each) * 86_400_000).toISOString();
    const total = 1_000 + member * 7 + turn * 12;
    const name = `Nguyễn Văn ${member}`;
    const place = { raw: String(total), where: `T1, dòng ${at + 2}`, name, role: null, unit: 'Chi bộ thôn An Cư' };
    return { ...shared, ...place, subject: `member-${member}`, day: day.slice(0, 10), total };
  });
}

const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const committed = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

function openRaw() {
  const request = indexedDB.open('raw', 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore('readings', { keyPath: 'id' });
    store.createIndex('day', 'day');
    store.createIndex('subject', 'subject');
  };
  return done(request);
}
const rawStore = (db, mode = 'readonly') =>
  db.transaction('readings', mode, { durability: 'strict' }).objectStore('readings');
const rawPut = (db, readings, from) => {
  const store = rawStore(db, 'readwrite');
  readings.forEach((reading, at) => store.put({ id: `r${from + at}`, ...reading }));
  return committed(store.transaction);
};
const rawOf = (db, subject) => done(rawStore(db).index('subject').getAll(subject));
const rises = (list) => {
  let sum = 0;
  for (let at = 1; at < list.length; at++) sum += Math.max(0, list[at].total - list[at - 1].total);
  return sum;
};

async function time(work) {
  const started = performance.now();
  const value = await work();
  return { ms: performance.now() - started, value };
}

/** Times in ms of each work, ours and raw, and a check that both say the same. */
globalThis.benchStore = async (count, runs) => {
  const readings = makeReadings(count);
  let ours = openTracker('bench');
  let raw = await openRaw();
  const times = {};
  const compare = async (name, our, their, repeat = runs) => {
    times[name] = { ours: [], raw: [] };
    for (let run = 0; run < repeat; run++) {
      const a = await time(() => our(run));
      const b = await time(() => their(run));
      if (a.value !== b.value) throw new Error(`${name}: ${a.value} and ${b.value}`);
      times[name].ours.push(a.ms);
      times[name].raw.push(b.ms);
    }
  };
  await compare(
    'import',
    async () => {
      let added = 0;
      for (let from = 0; from < count; from += CHUNK) {
        const reply = await recordReadings(ours, readings.slice(from, from + CHUNK), NOW);
        if (!reply.ok) throw new Error(JSON.stringify(reply));
        added += reply.value.added;
      }
      return added;
    },
    async () => {
      for (let from = 0; from < count; from += CHUNK) await rawPut(raw, readings.slice(from, from + CHUNK), from);
      return done(rawStore(raw).count());
    },
    1,
  );
  await compare(
    'range',
    async () => (await listReadingsBetween(ours, QUARTER)).length,
    async () => (await done(rawStore(raw).index('day').getAll(IDBKeyRange.bound(QUARTER.from, QUARTER.to)))).length,
  );
  await compare(
    'list',
    async () => (await listReadings(ours, { subject: ONE })).length,
    async () => (await rawOf(raw, ONE)).length,
  );
  await compare(
    'sum',
    async () => {
      const summaries = await ours.subjects.toArray();
      return summaries.reduce((sum, one) => sum + one.months.reduce((all, { points }) => all + points, 0), 0);
    },
    async () => {
      const bySubject = Map.groupBy(await done(rawStore(raw).getAll()), (one) => one.subject);
      return [...bySubject.values()].reduce((sum, list) => {
        list.sort((a, b) => (a.day < b.day ? -1 : 1));
        return sum + rises(list);
      }, 0);
    },
  );
  await compare(
    'start',
    async () => {
      ours.close();
      ours = openTracker('bench');
      await getProgress(ours, ONE, NOW);
      return (await latestReading(ours, ONE)).total;
    },
    async () => {
      raw.close();
      raw = await openRaw();
      const list = await rawOf(raw, ONE);
      rises(list);
      return Math.max(...list.map((one) => one.total));
    },
  );
  const next = (run) => ({ ...readings.find((one) => one.subject === ONE), day: '2026-01-04', total: 50_000 + run });
  await compare(
    'action',
    async (run) => {
      await recordReadings(
        ours,
        [{ ...next(run), at: new Date(NOW.getTime() - 1e6 + run * 1_000).toISOString() }],
        NOW,
      );
      await getProgress(ours, ONE, NOW);
      return (await latestReading(ours, ONE)).total;
    },
    async (run) => {
      await rawPut(raw, [next(run)], count + run);
      const list = await rawOf(raw, ONE);
      rises(list);
      return Math.max(...list.map((one) => one.total));
    },
  );
  return times;
};
