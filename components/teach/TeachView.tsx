/** Teaching one tab's page: what can be pointed at, what was, with its value as it would be stored; saves exactly what it shows. */
import { useEffect, useState } from 'preact/hooks';
import type { PanelView } from '@/lib/protocol';
import type { TeachingState, What } from '@/lib/teaching';
import { LanguageProvider, type TeachTexts, useText } from '../i18n/teach';
import { Banner } from '../ui/Banner';
import { Button } from '../ui/Button';
import { EmptyState } from '../ui/EmptyState';
import { LeapField } from './LeapField';
import { ListRows } from './ListRows';
import { PartRows } from './PartRows';
import type { Orders, TeachingLink } from './use-teaching';

/** Nothing is saved that was not on the screen this long. */
export const SHOWN_FIRST_MS = 400;
const PATIENCE_MS = 600;

export interface TeachViewProps {
  link: TeachingLink;
  /** What the reader misses on the page now. */
  problems: PanelView['problems'];
  onBack: () => void;
}

export function TeachView(props: TeachViewProps) {
  return (
    <LanguageProvider>
      <Teaching {...props} />
    </LanguageProvider>
  );
}

function Teaching({ link, problems, onBack }: TeachViewProps) {
  const { state } = link;
  const texts = useText();
  const text = texts.teach;
  const [saved, setSaved] = useState(false);
  const settled = useSettled(state?.digest ?? '');
  useEffect(() => {
    if (state?.unsaved === true) setSaved(false);
  }, [state?.unsaved, state?.digest]);
  if (state === null) return <Loading />;
  if (state.can !== 'yes') {
    const { title, text: words } = text.cannot[state.can];
    return (
      <EmptyState icon={state.can === 'locked' ? 'lock' : 'info'} title={title} text={words}>
        <Button onClick={onBack}>{text.back}</Button>
      </EmptyState>
    );
  }
  const { tabId } = state;
  const busy = link.busy !== null;
  const orders: Orders = { busy, point: (what) => void link.send({ type: 'startPicking', tabId, what }) };
  const save = async () => {
    if (busy || !settled) return;
    setSaved(await link.send({ type: 'saveTaught', tabId, digest: state.digest }));
  };
  // What the person did needs no word.
  const ended = state.ended === 'disturbed' || state.ended === 'gone' ? text.ended[state.ended] : null;
  const broken = problems.length > 0 && state.kept;
  return (
    <section class="teach" aria-labelledby="teach-title">
      <div class="teach-head">
        <Button kind="quiet" size="small" icon="left" onClick={onBack}>
          {text.back}
        </Button>
        <h2 id="teach-title" tabIndex={-1}>
          {text.title}
        </h2>
        <p class="small soft wrap-anywhere">{text.host(state.host ?? '')}</p>
      </div>
      {state.picking !== null ? (
        <Banner icon="eye" title={text.picking(nameOf(texts, state.picking))}>
          <p class="small">{text.pickingKeys}</p>
          <Button size="small" onClick={() => void link.send({ type: 'stopPicking', tabId })}>
            {text.stop}
          </Button>
        </Banner>
      ) : (
        <p class="small">{text.lead}</p>
      )}
      {broken && state.picking === null && (
        <Banner tone="warn" title={texts.glance.states.pageChanged.title}>
          <p class="small">{text.brokenDo}</p>
        </Banner>
      )}
      {ended !== null && state.picking === null && (
        <Banner tone="warn">
          <p class="small">{ended}</p>
        </Banner>
      )}
      <Failed link={link} />
      <PartRows link={link} state={state} orders={orders} problems={problems} />
      <ListRows link={link} state={state} orders={orders} problems={problems} />
      {state.parts.some(({ what }) => what === 'points') && (
        <LeapField
          key={`${state.host} ${state.leapLimit}`}
          limit={state.leapLimit}
          onChange={(leapLimit) => void link.send({ type: 'allowLeap', tabId, leapLimit })}
        />
      )}
      <div class="teach-foot">
        <Status state={state} saved={saved} />
        <Button
          kind="main"
          icon="check"
          wide
          busy={link.busy === 'saveTaught'}
          disabled={!state.unsaved || !settled || state.picking !== null}
          onClick={() => void save()}
        >
          {text.save}
        </Button>
        {state.unsaved && (
          <Button
            kind="quiet"
            wide
            onClick={() =>
              void link
                .send({ type: 'openTeaching', tabId, open: false })
                .then(() => link.send({ type: 'openTeaching', tabId, open: true }))
            }
          >
            {text.leave}
          </Button>
        )}
      </div>
    </section>
  );
}

function Status({ state, saved }: { state: TeachingState; saved: boolean }) {
  const text = useText().teach;
  const unfinished = state.lists.some(({ taken }) => taken.list === null);
  return (
    <div role="status" class="small">
      {saved && !state.unsaved ? <p class="teach-saved">{text.saved}</p> : null}
      {!saved && !state.unsaved ? <p class="soft">{text.nothingToSave}</p> : null}
      {unfinished && <p>{text.unfinished}</p>}
    </div>
  );
}

function Failed({ link }: { link: TeachingLink }) {
  const texts = useText();
  const { failure } = link;
  if (failure === null) return null;
  const { failed } = texts.teach;
  const { order, code } = failure;
  const words =
    code === 'conflict'
      ? failed.conflict
      : order === 'adjustList' && code === 'notFound'
        ? failed.moved
        : order === 'saveTaught' && code === 'invalid'
          ? failed.nothingLeft
          : code === 'storage' || code === 'readOnly' || code === 'locked'
            ? texts.ui.errors[code]
            : failed.other;
  return (
    <Banner tone="bad">
      <p class="small">{words}</p>
    </Banner>
  );
}

function Loading() {
  const text = useText().teach;
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="glance-waiting" role="status">
      {late && <p>{text.waiting}</p>}
    </div>
  );
}

/** True once the same digest has been shown for a moment. */
function useSettled(digest: string): boolean {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(digest), SHOWN_FIRST_MS);
    return () => clearTimeout(timer);
  }, [digest]);
  return settled === digest && digest !== '';
}

function nameOf({ teach }: TeachTexts, what: What): string {
  if ('part' in what) return teach.ask[what.part];
  return what.list === null ? teach.anyList : teach.kinds[what.list];
}
