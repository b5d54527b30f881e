/** Work for a store under attack: members and readings written as fast as they are acknowledged, and what must be there afterwards. */

/** A roster member as the desk sends it. */
export const member = (name) => ({ name, unit: 'Chi bộ 1' });

/** A reading typed in by hand. */
export const reading = (subject, day, total) => ({
  subject,
  day,
  at: null,
  total,
  source: 'manual',
  origin: '',
  raw: '',
  where: '',
});

/**
 * Writes without end: a member, then readings of theirs. `acknowledged` is called with the name or total once the reply
 * said it is saved. Ends when the browser does.
 */
export async function writeOn(browser, run, acknowledged) {
  for (let step = 0; ; step++) {
    const name = `Người ${run}-${step}`;
    let reply;
    try {
      reply = await browser.act({ type: 'saveMembers', members: [member(name)] });
    } catch {
      return; // the browser is gone
    }
    if (!reply.ok) throw new Error(`not saved: ${reply.code} ${reply.detail}`);
    const [id] = reply.value.ids;
    acknowledged({ kind: 'member', id, name });
    const total = run * 1_000 + step;
    try {
      reply = await browser.act({
        type: 'recordReadings',
        readings: [reading(id, '2026-10-01', total), reading(id, '2026-11-01', total + 7)],
      });
    } catch {
      return;
    }
    if (!reply.ok) throw new Error(`not saved: ${reply.code} ${reply.detail}`);
    acknowledged({ kind: 'readings', id, totals: [total, total + 7] });
  }
}

/** What of the acknowledged is not in the rows, and pairs of page and summary that do not fit together. */
export function findLosses(rows, acknowledged) {
  const members = new Set(rows.members.map(({ id, name }) => `${id} ${name}`));
  const totals = new Map();
  for (const page of rows.pointPages) {
    const list = totals.get(page.subject) ?? [];
    // Column 4 of a packed row is the total.
    for (const row of JSON.parse(page.rows)) list.push(row[4]);
    totals.set(page.subject, list);
  }
  let missing = 0;
  for (const one of acknowledged) {
    if (one.kind === 'member') missing += members.has(`${one.id} ${one.name}`) ? 0 : 1;
    else missing += one.totals.filter((total) => !(totals.get(one.id) ?? []).includes(total)).length;
  }
  const summaries = new Map(rows.subjects.map(({ subject, stored }) => [subject, stored]));
  const torn =
    [...totals].filter(([subject, list]) => summaries.get(subject) !== list.length).length +
    [...summaries].filter(([subject, stored]) => stored !== (totals.get(subject) ?? []).length).length;
  return { missing, torn };
}

/** Many records at once: members of a unit, and readings of theirs in one month of 2026. */
export async function fill(browser, { members, readings, month }) {
  const must = async (action) => {
    const reply = await browser.act(action);
    if (!reply.ok) throw new Error(`not saved: ${reply.code} ${reply.detail}`);
    return reply.value;
  };
  const names = Array.from({ length: members }, (_, index) => member(`Đảng viên ${month}-${index}`));
  const { ids } = await must({ type: 'saveMembers', members: names });
  const list = Array.from({ length: readings }, (_, index) => {
    const turn = Math.floor(index / ids.length);
    const day = `2026-${String(month).padStart(2, '0')}-${String(1 + (turn % 28)).padStart(2, '0')}`;
    return reading(ids[index % ids.length], day, turn * 10 + (index % 7));
  });
  for (let at = 0; at < list.length; at += 2_500)
    await must({ type: 'recordReadings', readings: list.slice(at, at + 2_500) });
  return ids;
}

/** How the rows found differ from those wanted, one line for each; what the store says of itself does not count. */
export function differences(wanted, found) {
  return Object.keys(wanted)
    .filter((table) => table !== 'meta')
    .flatMap((table) => {
      const there = new Set((found[table] ?? []).map((row) => JSON.stringify(row)));
      const missing = wanted[table].filter((row) => !there.has(JSON.stringify(row))).length;
      const extra = there.size - (wanted[table].length - missing);
      return missing === 0 && extra === 0 ? [] : [`${table}: ${missing} missing, ${extra} other`];
    });
}
