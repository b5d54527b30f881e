/** "Gửi mẫu trang để hỗ trợ": choose an open handbook page, make a scrubbed sample, look at it, save it. Nothing is sent. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { askBackground } from '@/components/hooks/ask-background';
import { extensionApi } from '@/components/hooks/extension';
import { useMasked, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { SelectField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { hostOfAddress } from '@/lib/model/host';
import type { Reply } from '@/lib/protocol';
import { SamplePreview } from './SamplePreview';

interface OpenPage {
  id: number;
  host: string;
  title: string;
}
type Made = { state: 'none' | 'making' } | { state: 'failed'; why: string } | { state: 'made'; html: string };

export function SampleSection({ now }: { now: () => Date }) {
  const { sites, ui } = useText();
  const t = sites.sample;
  const masked = useMasked();
  const { pages, ask } = useOpenPages();
  const [chosen, setChosen] = useState<number | null>(null);
  const [made, setMade] = useState<Made>({ state: 'none' });
  const turn = useRef(0);
  const page = pages?.find(({ id }) => id === chosen) ?? pages?.[0];
  const drop = () => {
    turn.current++;
    setMade({ state: 'none' });
  };
  const make = async (tabId: number) => {
    const mine = ++turn.current;
    setMade({ state: 'making' });
    const reply = await askBackground<string>({ type: 'scrubPage', tabId });
    // Stopped meanwhile, or asked again.
    if (mine !== turn.current) return;
    setMade(
      reply.ok
        ? { state: 'made', html: reply.value }
        : { state: 'failed', why: failureWords(reply, t.failures, ui.errors) },
    );
  };
  return (
    <section class="card stack" aria-labelledby="sample">
      <h2 id="sample">{t.title}</h2>
      <p>{t.text}</p>
      {page === undefined ? (
        <p>{pages === null ? ui.loading : t.noTabs}</p>
      ) : (
        <SelectField
          label={t.tab}
          value={String(page.id)}
          // A title may hold a number or a name that is hidden for now.
          options={(pages ?? []).map(({ id, host, title }) => ({
            value: String(id),
            label: masked || title === '' ? host : t.tabNamed(host, title),
          }))}
          onChange={(id) => {
            setChosen(Number(id));
            drop();
          }}
        />
      )}
      <div class="cluster">
        {page === undefined ? null : (
          <Button icon="file" busy={made.state === 'making'} onClick={() => void make(page.id)}>
            {t.make}
          </Button>
        )}
        <Button kind="quiet" onClick={ask}>
          {t.again}
        </Button>
      </div>
      {made.state === 'making' ? <Progress label={t.making} onCancel={drop} /> : null}
      {made.state === 'failed' ? (
        <Banner tone="bad" title={sites.failed}>
          <p>{made.why}</p>
        </Banner>
      ) : null}
      {made.state === 'made' ? <SamplePreview html={made.html} now={now} onDrop={drop} /> : null}
    </section>
  );
}

type Failures = ReturnType<typeof useText>['sites']['sample']['failures'];
type Errors = ReturnType<typeof useText>['ui']['errors'];

function failureWords(reply: Extract<Reply<string>, { ok: false }>, t: Failures, errors: Errors): string {
  if (reply.detail === 'secretPage') return t.secret;
  if (reply.detail === 'notScrubbed') return t.notScrubbed;
  if (reply.code === 'tooLarge') return t.tooLarge;
  if (reply.code === 'notFound') return t.gone;
  if (reply.code === 'notAllowed') return t.notAllowed;
  return reply.code === 'invalid' ? t.unreadable : errors[reply.code];
}

/** Tabs whose address the browser tells us are those we may read; asked again when the person comes back to this one. */
function useOpenPages(): { pages: OpenPage[] | null; ask: () => void } {
  const [pages, setPages] = useState<OpenPage[] | null>(null);
  const ask = useCallback(() => {
    const asked = extensionApi()?.tabs?.query({}) ?? Promise.resolve([]);
    asked.then(
      (tabs) =>
        setPages(
          tabs.flatMap(({ id, url, title = '' }) => {
            const host = url === undefined ? null : hostOfAddress(url);
            return id === undefined || host === null ? [] : [{ id, host, title }];
          }),
        ),
      () => setPages([]),
    );
  }, []);
  useEffect(() => {
    ask();
    const seen = () => document.visibilityState === 'visible' && ask();
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, []);
  return { pages, ask };
}
