/** The secretary's desk with 300 members and five years: views beside an empty Preact page, and what single presses take. */
import { OURS, openBrowser, peerExtension, startOurs } from './browser.mjs';
import { QUICK, print, result } from './measure.mjs';

const MEMBERS = 300;
const MONTHS = QUICK ? 12 : 60;
const RUNS = QUICK ? 2 : 3;
const READINGS_AT_ONCE = 5_000;
const RECORDS_AT_ONCE = 2_000;
const VIEW_MS = 300;
const PRESS_MS = 100;

const peer = await peerExtension('desk-pages', { pages: { empty: 'peers/empty-page.js' } });
const browser = await openBrowser([OURS, peer]);

/** Reports made, by id and by what their preview is called. */
const REPORTS = [
  ['attendance', 'Tổng hợp dự sinh hoạt'],
  ['point-tally', 'Bảng tổng hợp điểm tích lũy'],
  ['adoption', 'Báo cáo cài đặt, sử dụng sổ tay'],
  ['report', 'Báo cáo kết quả công tác'],
  ['six-month', 'Bảng tổng hợp 6 tháng'],
];

/** Months before this one, oldest first, as `2026-10`. */
function months() {
  const now = new Date();
  return Array.from({ length: MONTHS }, (_, index) => {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + index, 1));
    return month.toISOString().slice(0, 7);
  });
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Hồ'];
const MIDDLE = ['Văn', 'Thị', 'Hữu', 'Đức', 'Minh'];
const GIVEN = ['An', 'Bình', 'Cường', 'Dung', 'Giang', 'Hà'];
const nameOf = (at) => `${FAMILY[at % 10]} ${MIDDLE[Math.floor(at / 10) % 5]} ${GIVEN[Math.floor(at / 50)]}`;

function meetingOf(month, ids) {
  const states = ['CO_MAT', 'CO_MAT', 'CO_MAT', 'CO_MAT', 'VANG_CO_LY_DO'];
  const at = `${month}-05T12:30:00.000Z`;
  return {
    id: `meeting-${month}`,
    kind: 'THUONG_KY',
    title: '',
    plannedStart: at,
    plannedEnd: null,
    place: 'Nhà văn hóa',
    chair: nameOf(0),
    recorder: nameOf(1),
    superior: '',
    guests: [],
    onlineLink: '',
    invitedAt: null,
    minimumMinutes: null,
    agenda: [],
    papers: [],
    papersPostedAt: null,
    resultsPostedAt: null,
    committeeMetOn: null,
    attendance: ids.map((memberId, index) => ({
      memberId,
      name: nameOf(index),
      status: 'CHINH_THUC',
      state: states[(index + Number(month.slice(5))) % 5],
      specialDuty: false,
      reason: '',
      spoke: index % 7 === 0,
    })),
    opinions: [],
    votes: [],
    minutes: { ideology: '', lastMonth: '', nextMonth: '', discussion: '', conclusion: '' },
    feeNotice: '',
    heldFrom: at,
    heldTo: `${month}-05T14:10:00.000Z`,
    state: 'REPORTED',
    score: null,
    origin: { by: 'hand' },
  };
}

function tasksOf(month, ids) {
  return [0, 1, 2, 3, 4].map((index) => ({
    id: `task-${month}-${index}`,
    title: `Việc thứ ${index + 1} của tháng`,
    memberId: ids[index],
    name: nameOf(index),
    meetingId: `meeting-${month}`,
    givenOn: `${month}-05`,
    due: `${month}-25`,
    state: 'HOAN_THANH',
    opening: 'DANG_TRIEN_KHAI',
    doneOn: `${month}-24`,
    result: '',
    carriedFrom: null,
    month,
  }));
}

function activityOf(month, ids) {
  const [year, number] = month.split('-').map(Number);
  const period = { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) };
  return ids.map((memberId, index) => ({
    id: `activity ${period.from}..${period.to} ${memberId}`,
    value: { memberId, period, used: true, visits: index % 30, studied: 2, quizzes: 1, opinions: 0, origin: 'tệp' },
  }));
}

async function fill(act) {
  await act({ type: 'giveConsent', item: 'cellLists', text: 'Đồng ý', language: 'vi' });
  await act({ type: 'saveSettings', patch: { tourSeen: true } });
  const members = Array.from({ length: MEMBERS }, (_, at) => ({ name: nameOf(at), status: 'CHINH_THUC' }));
  const { ids } = await act({ type: 'saveMembers', members });
  const all = months();
  const readings = all.flatMap((month, turn) =>
    ids.map((subject, index) => {
      const total = turn * 100 + index;
      const where = `T1, dòng ${index + 2}`;
      const told = { source: 'file', origin: 'diem.xlsx', where, raw: String(total) };
      return { subject, at: `${month}-20T03:00:00.000Z`, day: `${month}-20`, total, ...told };
    }),
  );
  await inParts(readings, READINGS_AT_ONCE, (part) => act({ type: 'recordReadings', readings: part }));
  const record = (kind, id, value) => ({ id, kind, unit: null, base: null, removed: false, value });
  const meetings = all.map((month) => record('meeting', `meeting-${month}`, meetingOf(month, ids)));
  await inParts(meetings, 10, (records) => act({ type: 'saveDesk', records }));
  const others = all.flatMap((month) => [
    ...tasksOf(month, ids).map((task) => record('task', task.id, task)),
    ...activityOf(month, ids).map(({ id, value }) => record('activity', id, value)),
  ]);
  await inParts(others, RECORDS_AT_ONCE, (records) => act({ type: 'saveDesk', records }));
  return all.at(-1);
}

async function inParts(rows, size, send) {
  for (let at = 0; at < rows.length; at += size) await send(rows.slice(at, at + size));
}

/** Milliseconds from the navigation to the frame after `selector` stands (and holds `text`). */
async function toView(address, selector, text = '') {
  const page = await browser.context.newPage();
  await page.addInitScript(watch, { selector, text });
  await page.goto(address);
  const shown = await page.waitForFunction(() => globalThis.shownAt, null, { timeout: 60_000 });
  const ms = await shown.jsonValue();
  return { page, ms };
}

function watch({ selector, text }) {
  const look = () => {
    const found = [...document.querySelectorAll(selector)].some((one) => (one.textContent ?? '').includes(text));
    if (found) requestAnimationFrame(() => (globalThis.shownAt = performance.now()));
    else requestAnimationFrame(look);
  };
  look();
}

/** Milliseconds from an event on `target` to the frame after `selector` holds `text`. */
function press(page, { target, value = null, hash = null, selector, text = '' }) {
  return page.evaluate(
    async (told) => {
      const began = performance.now();
      if (told.hash !== null) location.hash = told.hash;
      else {
        const element = document.querySelector(told.target);
        if (told.value === null) element.click();
        else {
          element.value = told.value;
          element.dispatchEvent(new Event(element.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
        }
      }
      const holds = () =>
        [...document.querySelectorAll(told.selector)].some((one) => (one.textContent ?? '').includes(told.text));
      while (!holds()) {
        if (performance.now() - began > 30_000) throw new Error(`never came: ${told.selector} ${told.text}`);
        await new Promise((done) => requestAnimationFrame(done));
      }
      await new Promise((done) => requestAnimationFrame(done));
      return performance.now() - began;
    },
    { target, value, hash, selector, text },
  );
}

try {
  const ours = await startOurs(browser);
  const { targetInfos } = await browser.cdp.send('Target.getTargets');
  const peerId = targetInfos
    .filter(({ url }) => url.startsWith('chrome-extension://') && url.endsWith('/background.js'))
    .map(({ url }) => new URL(url).host)
    .find((id) => id !== ours.id);
  const began = performance.now();
  const month = await fill(ours.act);
  const results = [result({ name: 'desk: taking five years in through messages', ours: [performance.now() - began] })];
  const at = (hash) => `chrome-extension://${ours.id}/dashboard.html${hash}`;
  const taken = new Map();
  const note = (name, ms) => taken.set(name, [...(taken.get(name) ?? []), ms]);
  for (let run = 0; run <= RUNS; run++) {
    // The first round warms caches up and is not counted.
    const keep = run === 0 ? () => {} : note;
    const empty = await toView(`chrome-extension://${peerId}/empty.html`, '.big-figure');
    keep('empty', empty.ms);
    await empty.page.close();

    const cell = await toView(at('#/cell'), '[role="row"], tbody tr', nameOf(0));
    keep('view: tally', cell.ms);
    const part = String(2 + run);
    const period = { target: '.card .form-row select', value: part, selector: '#tally-title', text: `${part}/20` };
    keep('press: another period', await press(cell.page, period));
    await cell.page.close();

    const roster = await toView(at('#/cell/roster'), '[role="row"]', 'Nguyễn');
    keep('view: roster', roster.ms);
    const search = 'input[type="search"]';
    keep(
      'press: a letter in the roster search',
      await press(roster.page, { target: search, value: 'Dung', selector: '.form-button', text: '50 ' }),
    );
    await roster.page.close();

    const year = await toView(at('#/meetings'), '.meeting-list li');
    keep('view: meetings', year.ms);
    keep(
      'view: one meeting',
      await press(year.page, { hash: `#/meetings/meeting-${month}`, selector: '[role="tab"]' }),
    );
    keep(
      'view: its roll call',
      await press(year.page, {
        target: '[role="tab"]:nth-of-type(2)',
        selector: '.meeting-roll-row',
        text: nameOf(MEMBERS - 1),
      }),
    );
    keep(
      'press: a tap on the roll call',
      await press(year.page, {
        target: `.meeting-roll-row:nth-child(${run + 1}) input[value="MIEN"]`,
        selector: `.meeting-roll-row:nth-child(${run + 1})[data-state="MIEN"]`,
      }),
    );
    await year.page.close();

    const reports = await toView(at('#/reports'), '.sheet');
    keep('view: reports', reports.ms);
    // The chooser of documents is the first on the page; each paper is known by the label of its frame.
    for (const [id, name] of REPORTS) {
      const selector = `.sheet-frame[aria-label*="${name}"] .sheet`;
      keep(`view: report ${id}`, await press(reports.page, { target: '.card select', value: id, selector }));
    }
    await reports.page.close();
  }
  const empty = taken.get('empty');
  for (const [name, own] of taken) {
    if (name === 'empty') continue;
    const view = name.startsWith('view');
    const [peerTimes, peerName] = view ? [empty, 'empty Preact page'] : [null, null];
    results.push(
      result({ name: `desk, ${name}`, ours: own, peer: peerTimes, peerName, limit: view ? VIEW_MS : PRESS_MS }),
    );
  }
  print(results);
} finally {
  await browser.close();
}
