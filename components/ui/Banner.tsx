/** A message that stays where it is: what happened and what to do. */
import type { ComponentChildren } from 'preact';
import { useText } from '../i18n/base';
import { Button } from './Button';
import { Icon, type IconName } from './Icon';

export type Tone = 'plain' | 'good' | 'warn' | 'bad';

const ICONS: Record<Tone, IconName> = { plain: 'info', good: 'check', warn: 'warning', bad: 'warning' };

export interface BannerProps {
  tone?: Tone;
  title?: string;
  icon?: IconName;
  children?: ComponentChildren;
  onClose?: () => void;
  /** `polite` is read out when it appears, `alert` at once; default by tone, `off` for text that was there from the start. */
  live?: 'polite' | 'alert' | 'off';
}

export function Banner(props: BannerProps) {
  const text = useText();
  const tone = props.tone ?? 'plain';
  const live = props.live ?? (tone === 'bad' ? 'alert' : 'polite');
  return (
    <div class="banner" data-tone={tone} role={live === 'off' ? undefined : live === 'alert' ? 'alert' : 'status'}>
      <Icon name={props.icon ?? ICONS[tone]} />
      <div class="banner-body">
        {props.title && <p class="banner-title">{props.title}</p>}
        {props.children}
      </div>
      {props.onClose && <Button kind="quiet" icon="close" size="small" label={text.ui.close} onClick={props.onClose} />}
    </div>
  );
}
