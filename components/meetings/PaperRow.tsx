/** One paper of a meeting: its title, whether it was posted, and when. */
import { useState } from 'preact/hooks';
import { useFormat, useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Field';
import type { Meeting } from '@/lib/model/meeting';
import { PostedTime } from './PostedTime';
import { WordsField } from './WordsField';

interface Props {
  paper: Meeting['papers'][number];
  /** Counted from 1. */
  order: number;
  now: Date;
  onTitle: (title: string) => void;
  /** Null: not posted yet. */
  onPosted: (at: string | null) => void;
  onRemove: (name: string) => void;
}

export function PaperRow({ paper, order, now, onTitle, onPosted, onRemove }: Props) {
  const { meetings: t } = useText();
  const f = useFormat();
  const [timing, setTiming] = useState(false);
  const name = paper.title === '' ? t.untitled : paper.title;
  return (
    <li class="meeting-papers-row">
      <WordsField label={t.paper(order)} value={paper.title} onWords={onTitle} />
      <span class="cluster">
        <Checkbox
          label={
            <>
              {paper.postedAt === null ? t.posted : t.postedAt(f.instant(paper.postedAt))}
              <span class="unseen">: {name}</span>
            </>
          }
          checked={paper.postedAt !== null}
          onChange={(checked) => onPosted(checked ? now.toISOString() : null)}
        />
        {paper.postedAt === null ? null : (
          <Button
            size="small"
            kind="quiet"
            label={`${t.fixPosted}: ${name}`}
            expanded={timing}
            onClick={() => setTiming(!timing)}
          >
            {t.fixPosted}
          </Button>
        )}
        <Button icon="trash" label={t.remove(name)} onClick={() => onRemove(name)} />
      </span>
      {timing && paper.postedAt !== null ? (
        <PostedTime about={name} at={paper.postedAt} now={now} onAt={onPosted} />
      ) : null}
    </li>
  );
}
