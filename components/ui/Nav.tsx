/** Views of a page as links, and tabs inside a view. */
import { useId, useRef } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

export function Nav(props: {
  label: string;
  current: string;
  items: readonly { id: string; href: string; label: string; icon?: IconName }[];
}) {
  return (
    <nav class="nav" aria-label={props.label}>
      {props.items.map((item) => (
        <a key={item.id} href={item.href} aria-current={item.id === props.current ? 'page' : undefined}>
          {item.icon && <Icon name={item.icon} />}
          {item.label}
        </a>
      ))}
    </nav>
  );
}

/** Tabs by the ARIA pattern: arrows move, the chosen panel follows. */
export function Tabs<T extends string>(props: {
  label: string;
  current: T;
  items: readonly { id: T; label: string }[];
  onChange: (id: T) => void;
  children: ComponentChildren;
}) {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = props.items.findIndex((item) => item.id === props.current);
    const last = props.items.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    const item = to === undefined ? undefined : props.items[to];
    if (item === undefined || to === undefined) return;
    event.preventDefault();
    props.onChange(item.id);
    list.current?.querySelectorAll('button')[to]?.focus();
  };
  return (
    <div class="stack">
      <div class="tabs" role="tablist" aria-label={props.label} ref={list} onKeyDown={move}>
        {props.items.map((item) => (
          <button
            key={item.id}
            type="button"
            role="tab"
            id={`${id}-${item.id}`}
            aria-selected={item.id === props.current}
            aria-controls={item.id === props.current ? `${id}-panel` : undefined}
            tabIndex={item.id === props.current ? 0 : -1}
            onClick={() => props.onChange(item.id)}
          >
            {item.label}
          </button>
        ))}
      </div>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${props.current}`}>
        {props.children}
      </div>
    </div>
  );
}
