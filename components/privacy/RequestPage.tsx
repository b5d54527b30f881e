/** One request answered from one page: its days, what is kept about the person, copy, correct, erase, and the steps noted. */
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Progress } from '@/components/ui/Progress';
import type { Member } from '@/lib/model/member';
import type { EraseScope } from '@/lib/model/person';
import { aboutPerson, getRequest } from '@/lib/tracker';
import { ErasePersonDialog } from './ErasePersonDialog';
import { PersonKept } from './PersonKept';
import { RequestDays } from './RequestDays';
import { RequestSteps } from './RequestSteps';

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
        <RequestDays request={request} now={now()} />
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
      <RequestSteps request={request} now={now()} />
      {editing !== null && member !== null ? (
        <Fragment key={editing}>{editors[editing](member, () => setEditing(null))}</Fragment>
      ) : null}
      {erasing !== null ? (
        <ErasePersonDialog person={person} scope={erasing} consentId={null} onClose={() => setErasing(null)} />
      ) : null}
    </section>
  );
}
