/** A key, a card or a comparison saved at once, with the line that takes the last one back. */
import { type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { ontoPresent } from '@/components/hooks/desk-changes';
import { useDb } from '@/components/hooks/use-db';
import { type DeskChange, useDesk } from '@/components/hooks/use-desk';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import type { ErrorCode } from '@/lib/protocol';

interface SavedRecord {
  /** Saves the record, to be told in `words`; null when it is kept. */
  save: (entry: DeskChange['entry'], words: string) => Promise<ErrorCode | null>;
  line: ComponentChildren;
}

export function useSavedRecord(): SavedRecord {
  const { handin: t, ui } = useText();
  const db = useDb();
  const desk = useDesk();
  const [told, setTold] = useState('');
  const { undo, status } = desk;
  return {
    save: async (entry, words) => {
      const code = await desk.trySave([await ontoPresent(db, entry)]);
      if (code === null) setTold(words);
      return code;
    },
    line:
      undo === null ? null : (
        <Banner tone="good" onClose={desk.forgetUndo}>
          <p>{told}</p>
          {status.state === 'failed' ? <p>{`${t.notUndone} ${ui.errors[status.code]}`}</p> : null}
          <Button size="small" busy={status.state === 'busy'} onClick={() => void undo()}>
            {ui.undo}
          </Button>
        </Banner>
      ),
  };
}
