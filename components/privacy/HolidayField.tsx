/** Public holidays as the user enters them, one day a line; due days of unanswered requests follow. */
import { useState } from 'preact/hooks';
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import { formatDay, parseDate } from '@/lib/vi/dates';

export function HolidayField({ holidays }: { holidays: readonly string[] }) {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const [text, setText] = useState(holidays.map(formatDay).join('\n'));
  const [wrong, setWrong] = useState<string | null>(null);
  const { run, status } = useAction();
  const save = async () => {
    const days: string[] = [];
    for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
      const read = parseDate(line);
      if (!read.ok) return setWrong(line.trim());
      days.push(read.day);
    }
    const reply = await run({ type: 'saveHolidays', holidays: days });
    if (reply.ok) toast('good', t.holidaysSaved(f.number(reply.value.moved)));
  };
  return (
    <details class="card">
      <summary>{t.holidays}</summary>
      <div class="stack">
        <p>{t.holidaysText}</p>
        <TextField
          label={t.holidaysField}
          lines
          maxLength={6_000}
          value={text}
          error={wrong === null ? null : t.holidaysWrong(wrong)}
          onInput={(typed) => {
            setText(typed);
            setWrong(null);
          }}
        />
        <div>
          <Button busy={status.state === 'busy'} onClick={() => void save()}>
            {ui.save}
          </Button>
        </div>
        {status.state === 'failed' ? (
          <Banner tone="bad" title={t.notSaved}>
            <p>{ui.errors[status.code]}</p>
          </Banner>
        ) : null}
      </div>
    </details>
  );
}
