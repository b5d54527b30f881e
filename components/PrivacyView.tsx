/** "Quyền riêng tư": its sections as tabs, with the editors of roster and points where a request asks to correct. */
import './privacy/privacy.css';
import { useMemo, useState } from 'preact/hooks';
import type { Settings } from '@/lib/model/settings';
import { act } from './hooks/use-actions';
import { useText } from './i18n';
import { MemberPoints } from './MemberPoints';
import { BreachTab } from './privacy/BreachTab';
import { ConsentTab } from './privacy/ConsentTab';
import { DeletionTab } from './privacy/DeletionTab';
import type { Editors } from './privacy/RequestPage';
import { RequestTab } from './privacy/RequestTab';
import { RetentionTab } from './privacy/RetentionTab';
import { MemberDialog } from './roster/MemberDialog';
import { LinkButton } from './ui/Button';
import { Tabs } from './ui/Nav';

const TABS = ['consents', 'requests', 'retention', 'deletions', 'breach'] as const;
type Tab = (typeof TABS)[number];

export function PrivacyView({ settings, now }: { settings: Settings; now: () => Date }) {
  const { privacy: t } = useText();
  const [tab, setTab] = useState<Tab>('consents');
  const at = useMemo(now, [tab]);
  const editors: Editors = {
    member: (member, onClose) => (
      <MemberDialog
        member={member}
        unit={member.unit}
        onClose={onClose}
        onRemove={({ id }) => void act({ type: 'removeMember', id }).then((reply) => reply.ok && onClose())}
      />
    ),
    points: (member, onClose) => <MemberPoints member={member} now={now()} onClose={onClose} />,
  };
  return (
    <div class="stack-wide">
      <div class="stack-tight no-print">
        <div class="spread">
          <h1 tabIndex={-1}>{t.title}</h1>
          <LinkButton href="#/data" icon="left">
            {t.back}
          </LinkButton>
        </div>
        <p>{t.intro}</p>
        <p class="soft small">
          {t.law} {t.notAdvice}
        </p>
      </div>
      <Tabs label={t.title} current={tab} items={TABS.map((id) => ({ id, label: t.tabs[id] }))} onChange={setTab}>
        {tab === 'consents' ? <ConsentTab now={at} /> : null}
        {tab === 'requests' ? <RequestTab settings={settings} now={now} editors={editors} /> : null}
        {tab === 'retention' ? <RetentionTab retention={settings.retention} now={at} /> : null}
        {tab === 'deletions' ? <DeletionTab /> : null}
        {tab === 'breach' ? <BreachTab breach={settings.breach} now={now} /> : null}
      </Tabs>
    </div>
  );
}
