/** Lists captured in the handbook: how far each is read, and bringing one into the roster after its review. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import { type Capture, ROSTER_LIST_KINDS } from '@/lib/model/capture';
import type { Member } from '@/lib/model/member';
import { matchRoster } from '@/lib/tally/match';
import { hasConsent, listCaptures } from '@/lib/tracker';
import { captureRows } from './capture-rows';
import { ReviewDialog } from './ReviewDialog';
import { type ReviewItem, reviewItems } from './review-state';

export function CaptureList({ roster, onDone }: { roster: ReadonlyMap<string, Member>; onDone: () => void }) {
  const { tally: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const db = useDb();
  const captures = useLiveQuery(() => listCaptures(db), [db], { everyMs: 500 });
  const consent = useLiveQuery(() => hasConsent(db, 'cellLists'), [db]);
  const [open, setOpen] = useState<Capture | null>(null);
  const [dropped, setDropped] = useState<Capture | null>(null);
  const { run, status, clear } = useAction();
  const lists = (captures.value ?? []).filter(({ kind }) => ROSTER_LIST_KINDS.includes(kind));

  const adopt = async (capture: Capture, keys: readonly string[], items: readonly ReviewItem[]) => {
    const decisions = items.flatMap(({ rows, decision }) =>
      rows.flatMap((row) => {
        const key = keys[row];
        if (key === undefined || decision === null) return [];
        return { key, memberId: decision.to === 'member' ? decision.memberId : null, skip: decision.to === 'skip' };
      }),
    );
    const step = { id: crypto.randomUUID(), name: kindName(capture, t) };
    const reply = await run({ type: 'adoptCapture', captureId: capture.id, decisions, step });
    if (!reply.ok) return;
    toast('good', t.applied(f.number(reply.value.readings), f.number(reply.value.members)));
    setOpen(null);
    onDone();
  };
  const drop = async (capture: Capture) => {
    const reply = await run({ type: 'dropCapture', captureId: capture.id });
    if (reply.ok) setDropped(capture);
  };
  const takeUp = async (capture: Capture) => {
    const reply = await run({ type: 'keepCapture', capture });
    if (reply.ok) setDropped(null);
  };

  return (
    <section class="card stack" aria-labelledby="captures-title">
      <h2 id="captures-title">{t.lists}</h2>
      {consent.value === false ? <p class="soft">{t.listsNoConsent}</p> : null}
      {captures.value !== undefined && lists.length === 0 && consent.value !== false ? (
        <p class="soft">{t.listsEmpty}</p>
      ) : null}
      {status.state === 'failed' && open === null ? (
        <Banner tone="bad" onClose={clear}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
      {dropped ? (
        <Banner tone="plain" onClose={() => setDropped(null)}>
          <p>{t.dropped(kindName(dropped, t))}</p>
          <Button size="small" busy={status.state === 'busy'} onClick={() => void takeUp(dropped)}>
            {ui.undo}
          </Button>
        </Banner>
      ) : null}
      <ul class="plain-list">
        {lists.map((capture) => (
          <li key={capture.id} class="capture">
            <div class="stack-tight">
              <h3>{kindName(capture, t)}</h3>
              <p>
                {capture.total === null
                  ? t.capturedUnknown(f.number(capture.rows.length))
                  : t.captured(f.number(capture.rows.length), f.number(capture.total))}
                {' · '}
                <strong>{capture.complete ? t.complete : t.incomplete}</strong>
              </p>
              <p class="soft small wrap-anywhere">
                {[
                  t.listFrom(capture.screen ?? t.screenUnnamed, f.instant(capture.updatedAt)),
                  capture.unit,
                  `${capture.site} v${capture.siteVersion}`,
                  capture.adoptedAt === null ? null : t.adopted(f.instant(capture.adoptedAt)),
                ]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </p>
            </div>
            <div class="cluster">
              <Button
                onClick={() => {
                  clear();
                  setOpen(capture);
                }}
              >
                {capture.adoptedAt === null ? t.adopt : t.adoptAgain}
              </Button>
              <Button kind="quiet" size="small" onClick={() => void drop(capture)}>
                {t.drop}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {open ? (
        <CaptureReview
          capture={open}
          roster={roster}
          busy={status.state === 'busy'}
          failure={status.state === 'failed' ? status.code : null}
          onSave={(keys, items) => void adopt(open, keys, items)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </section>
  );
}

function CaptureReview(props: {
  capture: Capture;
  roster: ReadonlyMap<string, Member>;
  busy: boolean;
  failure: Parameters<typeof ReviewDialog>[0]['failure'];
  onSave: (keys: readonly string[], items: readonly ReviewItem[]) => void;
  onClose: () => void;
}) {
  const { tally: t } = useText();
  const f = useFormat();
  // Made once: what is reviewed must not change under the person's hands while the page is read on.
  const [{ rows, keys, readings, items }] = useState(() => {
    const read = captureRows(props.capture);
    return { ...read, items: reviewItems(matchRoster(read.rows, [...props.roster.values()])) };
  });
  const { capture } = props;
  const missing =
    capture.complete || capture.total === null
      ? []
      : [`${t.captured(f.number(rows.length), f.number(capture.total))}: ${t.incomplete}`];
  return (
    <ReviewDialog
      sourceName={kindName(capture, t)}
      items={items}
      readings={readings}
      roster={props.roster}
      notices={missing}
      saving={props.busy ? { done: 0, all: 0 } : null}
      failure={props.failure}
      onSave={(decided) => props.onSave(keys, decided)}
      onBack={props.onClose}
    />
  );
}

function kindName(capture: Capture, t: ReturnType<typeof useText>['tally']): string {
  const names: Record<string, string | undefined> = t.listKinds;
  return names[capture.kind] ?? capture.kind;
}
