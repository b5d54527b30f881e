/** What the checks found, the most pressing first; long lists are folded. */
import { useState } from 'preact/hooks';
import './documents.css';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { Finding, Severity } from '@/lib/documents/findings';
import { findingText } from './finding-words';

const FOLDED = 5;
const ORDER: readonly Severity[] = ['stop', 'warn', 'note'];
const TONES = { stop: 'bad', warn: 'warn', note: 'plain' } as const;

export function FindingList({ findings }: { findings: readonly Finding[] }) {
  const { documents: t } = useText();
  const f = useFormat();
  if (findings.length === 0) {
    return (
      <Banner tone="good" live="off">
        <p>{t.allGood}</p>
      </Banner>
    );
  }
  return (
    <div class="stack">
      {ORDER.map((severity) => {
        const own = findings.filter((one) => one.severity === severity);
        if (own.length === 0) return null;
        const count = f.number(own.length);
        const title = { stop: t.stops(count), warn: t.warnings(count), note: t.notes }[severity];
        return (
          <Banner key={severity} tone={TONES[severity]} title={title} live="off">
            <Folded findings={own} />
          </Banner>
        );
      })}
    </div>
  );
}

function Folded({ findings }: { findings: readonly Finding[] }) {
  const { documents: t } = useText();
  const f = useFormat();
  const [open, setOpen] = useState(false);
  const shown = open ? findings : findings.slice(0, FOLDED);
  const rest = findings.length - FOLDED;
  return (
    <>
      <ul class="finding-list">
        {shown.map((one, at) => (
          <li key={at}>{findingText(one, t, f)}</li>
        ))}
      </ul>
      {rest > 0 ? (
        <Button kind="quiet" size="small" expanded={open} onClick={() => setOpen(!open)}>
          {open ? t.less : t.more(f.number(rest))}
        </Button>
      ) : null}
    </>
  );
}
