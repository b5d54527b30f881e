/** The days of a request: what comes next, by when and by which rule, and putting it off once. */
import { useAction } from '@/components/hooks/use-actions';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { DataRequest } from '@/lib/model/data-request';
import { REQUEST_DEADLINES, type Term } from '@/lib/rules/request-deadlines';
import { dayInVietnam } from '@/lib/vi/dates';
import { dueWords } from './due-words';

export function RequestDays({ request, now }: { request: DataRequest; now: Date }) {
  const { privacy: t } = useText();
  const f = useFormat();
  const words = dueWords(request, dayInVietnam(now), t, f);
  const why = (term: Term) =>
    `${t.byLaw(f.number(term.days), term.count === 'working')}${term.certainty === 'reading' ? ` ${t.byReading}` : ''}`;
  return (
    <>
      {words.when === '' ? (
        <p>{words.what}</p>
      ) : (
        <Banner tone={words.late ? 'bad' : 'plain'} icon="clock" live="off">
          <p>
            <strong>{words.what}</strong> · {words.when}
          </p>
        </Banner>
      )}
      <dl class="request-days">
        <dt>{t.received}</dt>
        <dd>{f.day(request.receivedOn)}</dd>
        <dt>{t.answerBy}</dt>
        <dd>
          {f.day(request.answerBy)} <span class="soft small">{why(REQUEST_DEADLINES.answer)}</span>
        </dd>
        <dt>{t.doneBy}</dt>
        <dd>
          {f.day(request.doneBy)} <span class="soft small">{why(REQUEST_DEADLINES.done[request.kind])}</span>
        </dd>
        {request.note === '' ? null : (
          <>
            <dt>{t.note}</dt>
            <dd class="wrap-anywhere">{request.note}</dd>
          </>
        )}
      </dl>
      {request.doneOn === null ? <Extend request={request} /> : null}
    </>
  );
}

function Extend({ request }: { request: DataRequest }) {
  const { privacy: t, ui } = useText();
  const f = useFormat();
  const toast = useToast();
  const { run, status } = useAction();
  const days = f.number(REQUEST_DEADLINES.extension.days);
  const extend = async (on: boolean) => {
    const reply = await run({ type: 'extendRequest', id: request.id, on });
    if (reply.ok) toast('good', t.marked);
  };
  return (
    <div class="spread">
      <p class="soft small">
        {request.extendedOn === null ? t.extension(days) : t.extendedOn(f.day(request.extendedOn))}
      </p>
      <Button
        kind="quiet"
        size="small"
        busy={status.state === 'busy'}
        onClick={() => void extend(request.extendedOn === null)}
      >
        {request.extendedOn === null ? t.extend(days) : t.extendBack}
      </Button>
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
    </div>
  );
}
