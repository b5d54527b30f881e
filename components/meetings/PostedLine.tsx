/** A posting that was noted: when, with the way to put the time right and to take the note back. */
import { useState } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { PostedTime } from './PostedTime';

interface Props {
  about: string;
  /** How it is told, with day and clock. */
  text: string;
  at: string;
  now: Date;
  onAt: (at: string) => void;
  onUndone: () => void;
}

export function PostedLine({ about, text, at, now, onAt, onUndone }: Props) {
  const { meetings: t } = useText();
  const [timing, setTiming] = useState(false);
  return (
    <div class="stack-tight">
      <div class="cluster">
        <span>{text}</span>
        <Button
          size="small"
          kind="quiet"
          label={`${t.fixPosted}: ${about}`}
          expanded={timing}
          onClick={() => setTiming(!timing)}
        >
          {t.fixPosted}
        </Button>
        <Button size="small" kind="quiet" label={`${t.resultsUndo}: ${about}`} onClick={onUndone}>
          {t.resultsUndo}
        </Button>
      </div>
      {timing ? <PostedTime about={about} at={at} now={now} onAt={onAt} /> : null}
    </div>
  );
}
