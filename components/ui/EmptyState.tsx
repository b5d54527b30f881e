/** A screen with nothing in it yet: says so and what to do first. */
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './Icon';

export function EmptyState(props: { icon: IconName; title: string; text?: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={props.icon} />
      <h2>{props.title}</h2>
      {props.text && <p>{props.text}</p>}
      {props.children}
    </div>
  );
}
