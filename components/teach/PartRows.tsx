/** Single values of the person: not shown yet, just pointed at with value and label, kept before, or no longer found. */
import type { PanelView } from '@/lib/protocol';
import type { PartKind, TaughtPartState, TeachingState } from '@/lib/teaching';
import { useFormat, useText } from '../i18n/teach';
import { Button } from '../ui/Button';
import type { Orders, TeachingLink } from './use-teaching';

const MINE: readonly PartKind[] = ['points', 'name', 'role', 'unit'];
const QUIZ: readonly PartKind[] = ['quizTitle', 'quizScore', 'quizCorrect', 'quizQuestions'];

interface Props {
  link: TeachingLink;
  state: TeachingState;
  orders: Orders;
  problems: PanelView['problems'];
}

export function PartRows(props: Props) {
  const text = useText().teach;
  return (
    <section class="teach-part" aria-label={text.parts}>
      <h3>{text.parts}</h3>
      <ul class="teach-rows">
        {MINE.map((what) => (
          <PartRow key={what} what={what} {...props} />
        ))}
      </ul>
      <details class="teach-details small">
        <summary>{text.more}</summary>
        <ul class="teach-rows">
          {QUIZ.map((what) => (
            <PartRow key={what} what={what} {...props} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function PartRow({ what, link, state, orders, problems }: Props & { what: PartKind }) {
  const text = useText().teach;
  const part = state.parts.find((one) => one.what === what);
  const broken = part?.kept === true && problems.some((problem) => problem.part === what);
  const name = text.ask[what];
  return (
    <li class="teach-row" data-state={part === undefined ? 'none' : broken ? 'broken' : part.kept ? 'kept' : 'new'}>
      <div class="teach-what">
        <p class="teach-name">{name}</p>
        {part === undefined ? <p class="small soft">{text.notYet}</p> : <Found part={part} broken={broken} />}
      </div>
      <div class="teach-answers">
        <Button
          size="small"
          kind={broken ? 'main' : 'plain'}
          busy={orders.busy}
          label={`${part === undefined ? text.point : text.pointAgain}${text.forName(name)}`}
          onClick={() => orders.point({ part: what })}
        >
          {part === undefined ? text.point : text.pointAgain}
        </Button>
        {part !== undefined && (
          <Button
            size="small"
            kind="quiet"
            label={`${text.drop}${text.forName(name)}`}
            onClick={() => void link.send({ type: 'forgetTaught', tabId: state.tabId, what: { part: what } })}
          >
            {text.drop}
          </Button>
        )}
      </div>
    </li>
  );
}

function Found({ part, broken }: { part: TaughtPartState; broken: boolean }) {
  const text = useText().teach;
  const format = useFormat();
  return (
    <>
      {part.value !== null && (
        <p class="teach-value figures wrap-anywhere">
          {typeof part.value === 'number' ? format.number(part.value) : part.value}
        </p>
      )}
      <p class="small teach-state">{broken ? text.broken : part.kept ? text.keptBefore : text.pointed}</p>
      {part.label !== '' && <p class="small soft wrap-anywhere">{text.knownBy(part.label)}</p>}
      <p class="small soft">{text.anchors(part.anchors)}</p>
    </>
  );
}
