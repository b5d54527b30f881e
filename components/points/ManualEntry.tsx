/** Typing in a total by hand: errors under the field, and what was typed stays until it is really saved. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { DayField } from '@/components/fields/DayField';
import { readTotalEntry } from '@/components/fields/entry';
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/Field';
import { dayInVietnam } from '@/lib/vi/dates';

interface Props {
  /** `me` or a member id. */
  subject: string;
  now: Date;
  onSaved: () => void;
}

export function ManualEntry({ subject, now, onSaved }: Props) {
  const texts = useText();
  const { points: t, ui } = texts;
  const f = useFormat();
  const today = dayInVietnam(now);
  const [day, setDay] = useState(today);
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const [saved, setSaved] = useState<string | null>(null);
  const { run, status } = useAction();
  const total = readTotalEntry(text, texts);

  const save = async () => {
    setTried(true);
    setSaved(null);
    if (!total.ok || day > today) return;
    const reply = await run({
      type: 'recordReadings',
      readings: [
        {
          subject,
          day,
          // Today's entry carries its moment, so that it stands after what was read earlier today.
          at: day === today ? new Date().toISOString() : null,
          total: total.value,
          source: 'manual',
          origin: '',
          raw: text.trim(),
          where: '',
        },
      ],
    });
    if (!reply.ok) return;
    setSaved(t.savedTotal(f.number(total.value), f.day(day)));
    setText('');
    setTried(false);
    onSaved();
  };
  const takeAway = () => {
    const typed = { day, total: total.ok ? total.value : null, text };
    downloadFile(`${JSON.stringify(typed, null, 2)}\n`, `so-dang-nhap-${day}.json`, 'application/json');
  };

  return (
    <section class="card stack" aria-labelledby="manual-title">
      <h2 id="manual-title">{t.manual}</h2>
      <p class="soft">{t.manualIntro}</p>
      <form
        class="form-row"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <DayField label={t.day} hint={t.dayHint} value={day} latest={today} onDay={setDay} />
        <TextField
          label={t.totalField}
          hint={t.totalHint}
          inputMode="numeric"
          maxLength={40}
          value={text}
          onInput={setText}
          error={tried && !total.ok ? total.message : null}
        />
        <div class="form-button">
          <Button kind="main" submit busy={status.state === 'busy'}>
            {t.save}
          </Button>
        </div>
      </form>
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
          <Button size="small" icon="download" onClick={takeAway}>
            {t.exportEdit}
          </Button>
        </Banner>
      ) : null}
      {saved !== null ? (
        <Banner tone="good">
          <p>{saved}</p>
        </Banner>
      ) : null}
    </section>
  );
}
