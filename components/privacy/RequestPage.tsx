/** One request answered from one page: its days, what is kept about the person, copy, correct, erase, and the steps noted. */
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { DayField } from '@/components/fields/DayField';
import { useAction } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import { useToast } from '@/components/ui/Toast';
import type { DataRequest } from '@/lib/model/data-request';
import type { Member } from '@/lib/model/member';
import type { EraseScope } from '@/lib/model/person';
import { REQUEST_DEADLINES, type Term } from '@/lib/rules/request-deadlines';
import { aboutPerson, getRequest } from '@/lib/tracker';
import { dayInVietnam } from '@/lib/vi/dates';
import { dueWords } from './due-words';
import { ErasePersonDialog } from './ErasePersonDialog';
import { PersonKept } from './PersonKept';

/** Editors of other features, drawn by whoever composes the page. */
export interface Editors {
  member: (member: Member, onClose: () => void) => ComponentChildren;
  points: (member: Member, onClose: () => void) => ComponentChildren;
}

interface Props {
  id: string;
  now: () => Date;
  editors: Editors;
  onBack: () => void;
}

export function RequestPage({ id, now, editors, onBack }: Props) {
  const { privacy: t, ui } = useText();
  const db = useDb();
  const heading = useRef<HTMLHeadingElement>(null);
  const [erasing, setErasing] = useState<EraseScope | null>(null);
  const [editing, setEditing] = useState<keyof Editors | null>(null);
  const found = useLiveQuery(async () => {
    const request = await getRequest(db, id);
    const gone = request === null || request.erasedOn !== null;
    const person = request === null ? null : { memberId: request.memberId, name: request.person };
    return { request, person, about: gone || person === null ? null : await aboutPerson(db, person) };
  }, [db, id]);
  const shown = found.value !== undefined;
  useEffect(() => heading.current?.focus(), [shown]);
  const { request = null, person = null, about = null } = found.value ?? {};
  const member = about?.member ?? null;
  const only = about !== null && member === null && about.capturedRows.length + about.consents.length === 0;

  if (found.value === undefined) {
    return found.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : <Progress label={ui.loading} />;
  }
  if (request === null || person === null) {
    return (
      <Banner tone="warn">
        <p>{ui.errors.notFound}</p>
        <Button onClick={onBack}>{t.backToList}</Button>
      </Banner>
    );
  }
  return (
    <section class="stack-wide" aria-labelledby="request-title">
      <div class="stack-tight">
        <div>
          <Button kind="quiet" icon="left" onClick={onBack}>
            {t.backToList}
          </Button>
        </div>
        <h2 id="request-title" tabIndex={-1} ref={heading}>
          {t.requestTitle(t.requestKinds[request.kind], request.person)}
        </h2>
        <Days request={request} now={now()} />
      </div>
      <section class="card stack">
        <h3>{t.stepSee}</h3>
        {request.erasedOn !== null ? <p>{t.keptGone}</p> : null}
        {only ? <p>{t.keptNothing}</p> : null}
        {about !== null ? <PersonKept about={about} now={now} /> : null}
        {about === null && request.erasedOn === null ? (
          <Banner tone="warn">
            <p>{ui.errors.notFound}</p>
          </Banner>
        ) : null}
      </section>
      {about !== null ? (
        <section class="card stack" aria-labelledby="do-title">
          <h3 id="do-title">{t.stepDo}</h3>
          <div class="cluster">
            {member !== null ? (
              <>
                <Button icon="pencil" onClick={() => setEditing('member')}>
                  {t.correctMember}
                </Button>
                <Button icon="pencil" onClick={() => setEditing('points')}>
                  {t.correctPoints}
                </Button>
                <Button kind="danger" icon="trash" onClick={() => setErasing('points')}>
                  {t.erasePoints}
                </Button>
              </>
            ) : null}
            <Button kind="danger" icon="trash" onClick={() => setErasing('all')}>
              {t.erase}
            </Button>
          </div>
        </section>
      ) : null}
      <Steps request={request} now={now()} />
      {editing !== null && member !== null ? (
        <Fragment key={editing}>{editors[editing](member, () => setEditing(null))}</Fragment>
      ) : null}
      {erasing !== null ? (
        <ErasePersonDialog person={person} scope={erasing} consentId={null} onClose={() => setErasing(null)} />
      ) : null}
    </section>
  );
}

function Days({ request, now }: { request: DataRequest; now: Date }) {
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

function Steps({ request, now }: { request: DataRequest; now: Date }) {
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
