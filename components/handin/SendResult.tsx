/** How making the file ended, and what the member does with it now. */
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import type { Sending } from './use-send';

export function SendResult({ sending }: { sending: Sending }) {
  const { handin: t, ui } = useText();
  if (sending.at === 'done') {
    return (
      <>
        <Banner tone="good" title={t.made(sending.file)}>
          <p>
            <strong>{t.howToSend}</strong>
          </p>
          <ul class="plain-list">
            <li>{t.howZalo}</li>
            <li>{t.howMail}</li>
            <li>{t.howUsb}</li>
          </ul>
          <p>{t.howWords}</p>
        </Banner>
        {sending.unsaved === null ? null : (
          <Banner tone="bad" title={t.notSaved}>
            <p>{ui.errors[sending.unsaved]}</p>
          </Banner>
        )}
      </>
    );
  }
  if (sending.at !== 'failed') return null;
  return (
    <Banner tone="bad" title={t.notMade}>
      {sending.store === null ? null : <p>{ui.errors[sending.store]}</p>}
      {sending.code === null ? null : <p>{t.refusals[sending.code]}</p>}
      {sending.detail === null ? null : <p class="wrap-anywhere small">{sending.detail}</p>}
    </Banner>
  );
}
