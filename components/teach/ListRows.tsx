/** Lists: one row per kind to point at, and below it each list pointed at with rows, doubts and columns. */
import type { PanelView } from '@/lib/protocol';
import type { TeachingState } from '@/lib/teaching';
import { useText } from '../i18n/teach';
import { Button } from '../ui/Button';
import { ListCard } from './ListCard';
import { TAUGHT_KINDS } from './terms';
import type { Orders, TeachingLink } from './use-teaching';

export function ListRows(props: {
  link: TeachingLink;
  state: TeachingState;
  orders: Orders;
  problems: PanelView['problems'];
}) {
  const { state, orders, link, problems } = props;
  const text = useText().teach;
  const unknown = state.lists.filter(({ taken }) => taken.kind === null || !TAUGHT_KINDS.includes(taken.kind));
  return (
    <section class="teach-part" aria-label={text.lists}>
      <h3>{text.lists}</h3>
      <ul class="teach-rows">
        {[...TAUGHT_KINDS, null].map((kind) => {
          const lists = kind === null ? unknown : state.lists.filter(({ taken }) => taken.kind === kind);
          const broken = problems.some(({ part }) => kind !== null && part.startsWith(kind));
          const name = kind === null ? text.anyList : text.kinds[kind];
          return (
            <li class="teach-row" key={kind} data-state={lists.length === 0 ? 'none' : 'new'}>
              <div class="teach-what">
                <p class="teach-name">{name}</p>
                {lists.length === 0 && <p class="small soft">{text.notYet}</p>}
              </div>
              <div class="teach-answers">
                <Button
                  size="small"
                  kind={broken && lists.length > 0 ? 'main' : 'plain'}
                  busy={orders.busy}
                  label={`${lists.length === 0 ? text.point : text.pointAgain}${text.forName(name)}`}
                  onClick={() => orders.point({ list: kind })}
                >
                  {lists.length === 0 ? text.point : text.pointAgain}
                </Button>
              </div>
              {lists.map((list) => (
                <ListCard
                  key={list.key}
                  list={list}
                  broken={broken && list.kept}
                  busy={orders.busy}
                  onDrop={() => void link.send({ type: 'forgetTaught', tabId: state.tabId, what: { key: list.key } })}
                  onAdjust={(to, choices) =>
                    void link.send({ type: 'adjustList', tabId: state.tabId, key: list.key, kind: to, choices })
                  }
                />
              ))}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
