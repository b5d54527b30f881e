import { startHandbook } from '../handbook/server.mjs';
import { OURS, openBrowser, readTrace, startOurs, trace } from './browser.mjs';
const handbook = await startHandbook({ skin: 'vnpt' });
const members = `${handbook.url}/quanly/dangvien?vao=chibo-300`;
const without = await openBrowser(); const withUs = await openBrowser([OURS]); const ours = await startOurs(withUs);
async function load(browser, show) {
  const page = await browser.context.newPage();
  const { events, given } = await trace(browser, async () => { await page.goto(members); await page.waitForTimeout(3000); return browser === withUs ? (await ours.viewOf(page)).cost : null; });
  await page.close();
  const r = readTrace(events, members.split('?')[0]);
  const started = events.find((e) => e.name === 'navigationStart' && e.args?.data?.documentLoaderURL?.startsWith(members.split('?')[0]));
  const pid = started.pid; const tid = events.find((e)=>e.name==='thread_name'&&e.pid===pid&&e.args.name==='CrRendererMain').tid;
  const main = events.filter((e)=>e.pid===pid&&e.tid===tid&&e.ph==='X').sort((a,b)=>a.ts-b.ts||b.dur-a.dur);
  const tasks = main.filter(e=>e.name==='RunTask');
  const cpu = tasks.reduce((s,e)=>s+(e.tdur??0)/1000,0);
  console.log(browser===withUs?'WITH':'BARE', 'blocking',r.blocking.toFixed(0),'tasks',r.tasks.toFixed(0),'cpu',cpu.toFixed(0),'long',r.long,'own',r.own.toFixed(0), JSON.stringify(given));
  if (show) {
    const t0 = started.ts;
    for (const t of tasks.filter(e=>e.dur>12000)) {
      const inside = main.filter(e=>e.ts>=t.ts&&e.ts+e.dur<=t.ts+t.dur&&e!==t&&e.dur>3000).slice(0,9).map(e=>`${e.name}[${(e.dur/1000).toFixed(0)}]${(e.args?.data?.url??e.args?.data?.fileName??'').split('/').pop()}:${e.args?.data?.functionName??''}`);
      console.log('  ', ((t.ts-t0)/1000).toFixed(0).padStart(5), (t.dur/1000).toFixed(0).padStart(4), 'cpu', ((t.tdur??0)/1000).toFixed(0), inside.join(' '));
    }
    const own = main.filter(e=>/launcher|reader\.js/.test(JSON.stringify(e.args?.data??{}))&&e.dur>1000);
    console.log('  own:', own.map(e=>`${((e.ts-t0)/1000).toFixed(0)}:${e.name}[${(e.dur/1000).toFixed(1)}]${(e.args?.data?.url??'').split('/').pop()}:${e.args?.data?.functionName??''}`).join(' '));
    const sum={}; for(const e of main) if(/^(Layout|UpdateLayoutTree|Paint|PrePaint|Layerize|Commit|FunctionCall|EvaluateScript|v8.compile|V8.GC|MinorGC|MajorGC|ParseHTML|HitTest|RunMicrotasks|TimerFire|FireIdleCallback|FireAnimationFrame|ScheduleStyleRecalculation|UpdateLayerTree|HandlePostMessage|EventDispatch|ResourceReceive.*|ResourceFinish|.*GC.*)$/.test(e.name)) sum[e.name]=(sum[e.name]??0)+e.dur/1000;
    console.log('  sum:', Object.entries(sum).sort((a,b)=>b[1]-a[1]).map(([k,v])=>`${k} ${v.toFixed(0)}`).join(', '));
  }
}
await load(without); await load(withUs);
for (let i=0;i<3;i++){ await load(without, i===2); await load(withUs, i===2); }
await without.close(); await withUs.close(); await handbook.close();
