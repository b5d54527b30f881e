/** A button or a link that looks like one; a busy or disabled button keeps its focus and says so. */
import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './Icon';

export interface ButtonProps {
  children?: ComponentChildren;
  /** `main` once per screen. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  icon?: IconName;
  /** Name of a button that shows its icon only. */
  label?: string;
  wide?: boolean;
  disabled?: boolean;
  busy?: boolean;
  submit?: boolean;
  pressed?: boolean;
  expanded?: boolean;
  describedBy?: string;
  buttonRef?: Ref<HTMLButtonElement>;
  onClick?: (event: MouseEvent) => void;
}

export function Button(props: ButtonProps) {
  const { kind = 'plain', size = 'normal', disabled = false, busy = false } = props;
  const off = disabled || busy;
  return (
    <button
      ref={props.buttonRef}
      type={props.submit && !off ? 'submit' : 'button'}
      class="button"
      data-kind={kind}
      data-size={size}
      data-shape={props.children === undefined ? 'icon' : undefined}
      data-wide={props.wide ? '' : undefined}
      aria-label={props.label}
      title={props.children === undefined ? props.label : undefined}
      aria-disabled={off ? 'true' : undefined}
      aria-busy={busy ? 'true' : undefined}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-describedby={props.describedBy}
      onClick={(event) => {
        if (!off) props.onClick?.(event);
      }}
    >
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </button>
  );
}

/** A link to a view of this page (`#/points`), styled as a button. */
export function LinkButton(props: {
  href: string;
  kind?: ButtonProps['kind'];
  icon?: IconName;
  children: ComponentChildren;
}) {
  return (
    <a class="button" data-kind={props.kind ?? 'plain'} href={props.href}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </a>
  );
}
