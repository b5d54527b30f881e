/** One reading in full, and what can be done with it: correct (the old value stays), withdraw, take back in. */
import { useState } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { readTotalEntry } from '@/components/fields/entry';
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useMasked, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { TextField } from '@/components/ui/Field';
import { useToast } from '@/components/ui/Toast';
import type { PointReading } from '@/lib/model/point-reading';
import { dayInVietnam } from '@/lib/vi/dates';
import { readingNotes, readingSource } from './reading-words';

interface Props {
  reading: PointReading;
  now: Date;
  onClose: () => void;
}

export function ReadingDialog({ reading, now, onClose }: Props) {
  const texts = useText();
  const { points: t, ui } = texts;
  const f = useFormat();
  const masked = useMasked();
  const toast = useToast();
  const today = dayInVietnam(now);
  const [step, setStep] = useState<'show' | 'correct' | 'withdraw'>('show');
  const [day, setDay] = useState(reading.day);
  const [text, setText] = useState(String(reading.total));
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { run, status } = useAction();
  const total = readTotalEntry(text, texts);
  const reasonError = tried && reason.trim() === '' ? t.reasonNeeded : null;
  const { subject, id } = reading;

  const finish = (done: string) => {
    toast('good', done);
    onClose();
  };
  const correct = async () => {
    setTried(true);
    if (!total.ok || reason.trim() === '') return;
    const reply = await run({ type: 'correctReading', subject, id, total: total.value, day, reason: reason.trim() });
    if (reply.ok) finish(t.savedTotal(f.number(total.value), f.day(day)));
  };
  const withdraw = async () => {
    setTried(true);
    if (reason.trim() === '') return;
    const reply = await run({ type: 'withdrawReading', subject, id, reason: reason.trim() });
    if (reply.ok) finish(t.withdrawnDone);
  };
  const restore = async () => {
    const reply = await run({ type: 'restoreReading', subject, id });
    if (reply.ok) finish(t.restored);
  };
  const busy = status.state === 'busy';
  const title =
    step === 'correct' ? t.correctTitle : step === 'withdraw' ? t.withdrawTitle : t.oneTitle(f.day(reading.day));
  const back = (
    <Button onClick={step === 'show' ? onClose : () => setStep('show')}>{step === 'show' ? ui.close : ui.back}</Button>
  );
  const reasonField = (
    <TextField
      label={t.reason}
      hint={t.reasonHint}
      maxLength={500}
      value={reason}
      onInput={setReason}
      error={reasonError}
    />
  );

  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        step === 'correct' ? (
          <>
            {back}
            <Button kind="main" busy={busy} onClick={() => void correct()}>
              {t.save}
            </Button>
          </>
        ) : step === 'withdraw' ? (
          <>
            {back}
            <Button kind="danger" busy={busy} onClick={() => void withdraw()}>
              {t.withdraw}
            </Button>
          </>
        ) : (
          <>
            {back}
            {reading.withdrawn ? (
              <Button kind="main" busy={busy} onClick={() => void restore()}>
                {t.restore}
              </Button>
            ) : (
              <>
                <Button icon="pencil" onClick={() => setStep('correct')}>
                  {t.correct}
                </Button>
                <Button kind="danger" onClick={() => setStep('withdraw')}>
                  {t.withdraw}
                </Button>
              </>
            )}
          </>
        )
      }
    >
      <p class="gain figures">{t.pendingValue(f.number(reading.total))}</p>
      <p class="wrap-anywhere">{t.sourceLine(readingSource(reading, t), reading.where, f.instant(reading.takenAt))}</p>
      {reading.raw !== '' && !masked ? <p class="soft wrap-anywhere">{t.pendingRaw(reading.raw)}</p> : null}
      {readingNotes(reading, t, f).map((note) => (
        <p key={note} class="soft wrap-anywhere">
          {note}
        </p>
      ))}
      {step === 'correct' ? (
        <div class="stack">
          <p>{t.correctIntro}</p>
          <DayField label={t.day} value={day} latest={today} onDay={setDay} />
          <TextField
            label={t.totalField}
            hint={t.totalHint}
            inputMode="numeric"
            maxLength={40}
            value={text}
            onInput={setText}
            error={total.ok ? null : total.message}
          />
          {reasonField}
        </div>
      ) : null}
      {step === 'withdraw' ? (
        <div class="stack">
          <p>{t.withdrawIntro}</p>
          {reasonField}
        </div>
      ) : null}
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </Dialog>
  );
}
