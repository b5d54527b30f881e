/** The steps of a request noted with their day: answered, carried out, and the last one taken back. */
import { useState } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { DataRequest } from '@/lib/model/data-request';
import { dayInVietnam } from '@/lib/vi/dates';

export function RequestSteps({ request, now }: { request: DataRequest; now: Date }) {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const today = dayInVietnam(now);
  const [day, setDay] = useState(today);
  const { run, status } = useAction();
  const mark = async (type: 'answerRequest' | 'finishRequest') => {
    const reply = await run({ type, id: request.id, day });
    if (reply.ok) toast('good', t.marked);
  };
  const reopen = async () => {
    const reply = await run({ type: 'reopenRequest', id: request.id });
    if (reply.ok) toast('good', t.marked);
  };
  const busy = status.state === 'busy';
  const tell = (marked: string | null) => (marked === null ? t.notYet : f.day(marked));
  return (
    <section class="card stack" aria-labelledby="mark-title">
      <h3 id="mark-title">{t.stepMark}</h3>
      <dl class="request-days">
        <dt>{t.answeredOn}</dt>
        <dd>{tell(request.answeredOn)}</dd>
        <dt>{t.doneOn}</dt>
        <dd>{tell(request.doneOn)}</dd>
      </dl>
      {request.doneOn === null ? (
        <div class="form-row">
          <DayField label={t.markDay} value={day} latest={today} onDay={setDay} />
          <div class="cluster form-button">
            {request.answeredOn === null ? (
              <Button busy={busy} onClick={() => void mark('answerRequest')}>
                {t.markAnswered}
              </Button>
            ) : null}
            <Button busy={busy} onClick={() => void mark('finishRequest')}>
              {t.markDone}
            </Button>
          </div>
        </div>
      ) : null}
      {request.answeredOn !== null ? (
        <div>
          <Button kind="quiet" busy={busy} onClick={() => void reopen()}>
            {t.reopen}
          </Button>
        </div>
      ) : null}
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </section>
  );
}
