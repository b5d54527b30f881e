/** Consents: the way to the user's own two, and the ledger of what members agreed to. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button, LinkButton } from '@/components/ui/Button';
import { NotDone } from '@/components/ui/NotDone';
import { Progress } from '@/components/ui/Progress';
import { type Column, Table } from '@/components/ui/Table';
import { useToast } from '@/components/ui/Toast';
import type { MemberConsent } from '@/lib/model/member-consent';
import type { EraseScope } from '@/lib/model/person';
import { listMemberConsents, listMembers } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { ConsentDialog } from './ConsentDialog';
import { ErasePersonDialog } from './ErasePersonDialog';
import { WithdrawDialog } from './WithdrawDialog';

export function ConsentTab({ now }: { now: Date }) {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const db = useDb();
  const toast = useToast();
  const today = dayInVietnam(now);
  const consents = useLiveQuery(() => listMemberConsents(db), [db]);
  const members = useLiveQuery(() => listMembers(db, { includeRemoved: true }), [db], { everyMs: 400 });
  const [recording, setRecording] = useState(false);
  const [withdrawing, setWithdrawing] = useState<MemberConsent | null>(null);
  const [erasing, setErasing] = useState<{ consent: MemberConsent; scope: EraseScope } | null>(null);
  const { run, status, clear } = useAction();
  const rows = consents.value ?? [];

  const restore = async (consent: MemberConsent) => {
    const reply = await run({ type: 'restoreMemberConsent', id: consent.id });
    if (reply.ok) toast('good', t.restored);
  };
  const stateOf = (one: MemberConsent) => {
    if (one.erasedOn !== null) return t.erasedOn(f.day(one.erasedOn));
    if (one.withdrawnOn !== null) return t.withdrawnOn(f.day(one.withdrawnOn));
    if (one.keepUntil !== null && one.keepUntil < today) return t.overKeep(f.day(one.keepUntil));
    return one.keepUntil === null ? t.standing : `${t.standing}, ${t.keptUntil(f.day(one.keepUntil))}`;
  };
  const columns: Column<MemberConsent>[] = [
    { id: 'person', header: t.person, rowHeader: true, cell: (one) => one.person },
    { id: 'given', header: t.given, cell: (one) => f.day(one.givenOn) },
    { id: 'kinds', header: t.kinds, cell: (one) => one.kinds.map((kind) => t.dataKinds[kind]).join('; ') },
    {
      id: 'purpose',
      header: t.purpose,
      cell: (one) => (
        <span class="note-cell wrap-anywhere">
          {one.purpose} · {t.methods[one.method]}
          {one.text === '' ? null : (
            <details class="small">
              <summary>
                {t.showWords}
                <span class="unseen">: {one.person}</span>
              </summary>
              {one.text}
            </details>
          )}
        </span>
      ),
    },
    { id: 'state', header: t.state, cell: stateOf },
    {
      id: 'actions',
      header: t.actions,
      cell: (one) =>
        one.erasedOn !== null ? (
          '–'
        ) : one.withdrawnOn === null ? (
          <span class="privacy-action">
            <Button size="small" onClick={() => setWithdrawing(one)}>
              {t.withdraw}
              <span class="unseen">: {one.person}</span>
            </Button>
          </span>
        ) : (
          <span class="cluster">
            <Button size="small" onClick={() => void restore(one)}>
              {t.restore}
              <span class="unseen">: {one.person}</span>
            </Button>
            <Button size="small" kind="danger" onClick={() => setErasing({ consent: one, scope: 'all' })}>
              {t.erase}
              <span class="unseen">: {one.person}</span>
            </Button>
          </span>
        ),
    },
  ];
  return (
    <div class="stack-wide">
      <section class="card spread" aria-labelledby="own-title">
        <div class="stack-tight">
          <h2 id="own-title">{t.own}</h2>
          <p>{t.ownText}</p>
        </div>
        <LinkButton href="#/settings">{t.ownLink}</LinkButton>
      </section>
      <section class="stack">
        <div class="spread">
          <h2>{t.ledger}</h2>
          <Button kind="main" icon="plus" onClick={() => setRecording(true)}>
            {t.record}
          </Button>
        </div>
        <p>{t.ledgerText}</p>
        <NotDone status={status} onClose={clear} />
        {consents.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : null}
        {consents.value === undefined ? (
          <Progress label={ui.loading} />
        ) : rows.length === 0 ? (
          <p class="card">{t.ledgerEmpty}</p>
        ) : (
          <Table label={t.ledger} rows={rows} rowKey={(one) => one.id} columns={columns} />
        )}
      </section>
      {recording ? <ConsentDialog members={members.value ?? []} now={now} onClose={() => setRecording(false)} /> : null}
      {withdrawing ? (
        <WithdrawDialog
          consent={withdrawing}
          now={now}
          onErase={(scope) => {
            setErasing({ consent: withdrawing, scope });
            setWithdrawing(null);
          }}
          onClose={() => setWithdrawing(null)}
        />
      ) : null}
      {erasing ? (
        <ErasePersonDialog
          person={{ memberId: erasing.consent.memberId, name: erasing.consent.person }}
          scope={erasing.scope}
          consentId={erasing.consent.id}
          onClose={() => setErasing(null)}
        />
      ) : null}
    </div>
  );
}
