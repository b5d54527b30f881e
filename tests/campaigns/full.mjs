/** The disk is full: while writing, while a copy is made, while the store is opened. Nothing is lost, the person is told, and it goes on. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, closeSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ID, createDevice } from './device.mjs';
import { findLosses, member, writeOn } from './writing.mjs';

const SIZE = '160m';

/** A small disk of its own, or null where this user may not mount one. */
function mountDisk() {
  const folder = mkdtempSync(join(tmpdir(), 'sotay-disk-'));
  const { status, stderr } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${SIZE}`, 'tmpfs', folder], {
    encoding: 'utf8',
  });
  if (status === 0)
    return {
      folder,
      end: () => (spawnSync('umount', ['-l', folder]), rmSync(folder, { recursive: true, force: true })),
    };
  rmSync(folder, { recursive: true, force: true });
  return { folder: null, why: (stderr ?? '').trim() };
}

/** Fills the disk to the last byte; the returned function frees it again. */
function fillUp(folder) {
  const path = join(folder, 'filler');
  const file = openSync(path, 'a');
  for (const size of [1 << 20, 1 << 12, 1]) {
    const block = Buffer.alloc(size);
    try {
      while (statfsSync(folder).bavail > 0) writeSync(file, block);
    } catch {
      // No room for a block of this size: on with smaller ones.
    }
  }
  closeSync(file);
  return () => rmSync(path, { force: true });
}

export default async function full({ runs = 10, short = false, backend = 'leveldb', say }) {
  const count = short ? 1 : runs;
  const disk = mountDisk();
  const seen = {
    lost: 0,
    untold: 0,
    torn: 0,
    told: 0,
    slowest: 0,
    kept: 0,
    on: 0,
    opened: 0,
    openings: 0,
    lostTwice: 0,
    refused: 0,
    died: 0,
    renewed: 0,
    version: '',
  };
  if (disk.folder === null) {
    say(`no small disk can be mounted here: ${disk.why}`);
    return { rows: [{ label: 'a small disk', value: 'cannot be mounted', bar: 'mounted', ok: false }] };
  }
  const openFull = async (device, acknowledged, what) => {
    seen.openings++;
    try {
      const browser = await device.start();
      const store = await browser.store();
      const found = findLosses(await browser.rows(store.database), acknowledged);
      if (found.missing + found.torn === 0) seen.opened++;
      else say(`${what}, opened while full: ${JSON.stringify({ ...found, store })}`);
      await browser.close();
    } catch (error) {
      say(`${what}: does not start on a full disk: ${String(error.message).split('\n')[0]}`);
      await device.endAll();
    }
  };
  try {
    for (let run = 0; run < count; run++) {
      const device = createDevice(backend, disk.folder);
      const acknowledged = [];
      let browser = await device.start();
      seen.version = browser.version();
      await browser.act({ type: 'giveConsent', item: 'ownPoints', text: 'Tôi đồng ý', language: 'vi' });
      const write = async (ms, list = acknowledged) => {
        let on = true;
        const limited = { act: (action) => (on ? browser.act(action) : Promise.reject(new Error('enough'))) };
        const writing = writeOn(limited, run, (one) => list.push(one)).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, ms));
        on = false;
        await writing;
      };
      await write(400);

      // While writing: the dashboard is open, a total is typed in, and there is no room left.
      const dashboard = await browser.context.newPage();
      await dashboard.goto(`chrome-extension://${ID}/dashboard.html#/manual`);
      const field = dashboard.getByLabel(/Điểm tích lũy|Tổng điểm/).first();
      await field.waitFor();
      await field.fill('4321');
      let free = fillUp(disk.folder);
      try {
        const began = performance.now();
        await dashboard.getByRole('button', { name: 'Lưu', exact: true }).first().click();
        const told = await dashboard
          .locator('.banner')
          .filter({ hasText: /Chưa lưu|Chưa ghi được bản chụp/ })
          .first()
          .waitFor({ timeout: 15_000 })
          .then(
            () => true,
            () => false,
          );
        const took = performance.now() - began;
        if (told) seen.told++;
        else say(`run ${run}: nothing was told: ${(await dashboard.innerText('body')).slice(0, 300)}`);
        seen.slowest = Math.max(seen.slowest, took);
        const saved = (await dashboard.innerText('body')).includes('Đã lưu');
        // On the screen still, or said to be saved.
        if (saved || (await field.inputValue()) === '4321') seen.kept++;
        const extra = await browser.act({ type: 'saveMembers', members: [member(`Lúc đầy ${run}`)] });
        if (extra.ok) acknowledged.push({ kind: 'member', id: extra.value.ids[0], name: `Lúc đầy ${run}` });
        else seen.refused++;
        await browser.send({ type: 'takeSnapshot' });
      } catch (error) {
        // Chromium maps files of the profile into memory: now and then a full disk ends the whole browser.
        if (!/has been closed/.test(error.message)) throw error;
        seen.died++;
        free();
        browser = await device.start();
        const store = await browser.store();
        const found = findLosses(await browser.rows(store.database), acknowledged);
        seen.lost += found.missing;
        seen.torn += found.torn;
        say(
          `run ${run}: the browser itself died on the full disk: ${JSON.stringify({ ...found, report: store.report })}`,
        );
        await browser.close();
        device.remove();
        continue;
      }

      // Room again: it goes on without a restart.
      free();
      let reply = { ok: false };
      for (let tried = 0; tried < 20 && !reply.ok; tried++) {
        reply = await browser.act({ type: 'saveMembers', members: [member(`Sau đó ${run}`)] });
        if (!reply.ok) await new Promise((resolve) => setTimeout(resolve, 500));
      }
      if (reply.ok) {
        seen.on++;
        acknowledged.push({ kind: 'member', id: reply.value.ids[0], name: `Sau đó ${run}` });
      } else say(`run ${run}: does not go on: ${JSON.stringify(reply)}`);
      const copied = await browser.send({ type: 'takeSnapshot' });
      const { problem, database } = await browser.store();
      if (database !== 'sotay') seen.renewed++;
      if (!copied.ok || problem !== null)
        say(`run ${run}: copies do not go on: ${JSON.stringify({ copied, problem })}`);
      await browser.close();

      // Started again with room, the full form every other time on a disk that is full once more.
      const twice = !short && run % 2 === 1;
      if (twice) {
        free = fillUp(disk.folder);
        await openFull(device, acknowledged, `run ${run}`);
      }
      free();
      browser = await device.start();
      const store = await browser.store();
      const found = findLosses(await browser.rows(store.database), acknowledged);
      if (twice) seen.lostTwice += found.missing;
      else seen.lost += found.missing;
      seen.untold += Math.max(0, found.missing - (store.report?.lost ?? 0));
      seen.torn += found.torn;
      if (found.missing + found.torn > 0) say(`run ${run}: ${JSON.stringify({ ...found, store })}`);
      await browser.close();

      // A store that was never written while full, opened on a full disk.
      const atOpening = [];
      browser = await device.start();
      await write(300, atOpening);
      await browser.close();
      free = fillUp(disk.folder);
      await openFull(device, atOpening, `run ${run}, untroubled store`);
      free();
      browser = await device.start();
      const opened = findLosses(await browser.rows((await browser.store()).database), atOpening);
      seen.lost += opened.missing;
      seen.untold += opened.missing;
      seen.torn += opened.torn;
      await browser.close();
      device.remove();
    }
  } finally {
    disk.end();
  }
  const lived = count - seen.died;
  return {
    version: seen.version,
    rows: [
      { label: `full disks (${backend})`, value: count, bar: `${count}`, ok: true },
      // About one start in ten after a full disk loses the last changes (RELIABILITY.md): one run alone cannot tell more than
      // that the person hears of it; the full form holds the bar itself.
      short
        ? { label: 'missing and not told', value: seen.untold, bar: '0', ok: seen.untold === 0 }
        : { label: 'acknowledged and missing', value: seen.lost, bar: '0', ok: seen.lost === 0 },
      ...(short
        ? []
        : [
            {
              label: 'missing when written full and then started full',
              value: seen.lostTwice,
              bar: '0',
              ok: seen.lostTwice === 0,
            },
          ]),
      { label: 'torn pairs', value: seen.torn, bar: '0', ok: seen.torn === 0 },
      { label: 'browsers that died themselves', value: seen.died, bar: '-', ok: true },
      { label: 'told', value: seen.told, bar: `${lived}`, ok: seen.told >= lived },
      {
        label: 'slowest to tell, ms',
        value: Math.round(seen.slowest),
        bar: '< 2000',
        ok: short || seen.slowest < 2_000,
      },
      { label: 'edit kept on screen or saved', value: seen.kept, bar: `${lived}`, ok: seen.kept >= lived },
      { label: 'writes refused while full', value: seen.refused, bar: '-', ok: true },
      { label: 'goes on once there is room', value: seen.on, bar: `${lived}`, ok: seen.on === lived },
      { label: 'went over to a new database', value: seen.renewed, bar: '-', ok: true },
      { label: 'whole when opened while full', value: `${seen.opened} of ${seen.openings}`, bar: '-', ok: true },
    ],
  };
}
