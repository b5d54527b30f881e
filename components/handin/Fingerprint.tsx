/** A fingerprint as words to read aloud, with its QR code folded away. */
import { useText } from '@/components/i18n';
import { Term } from '@/components/ui/Term';
import { fingerprintPhrases, fingerprintText } from '@/lib/handin/words';
import { Qr } from './Qr';

/** `what` names its owner for screen readers; `qr` is what the code says, by default the words themselves. */
export function Fingerprint(props: { fingerprint: string; what: string; qr?: string }) {
  const { handin: t } = useText();
  return (
    <div class="stack-tight">
      <div class="mark-line">
        <ol class="mark-words" aria-label={t.words}>
          {fingerprintPhrases(props.fingerprint).map((phrase, index) => (
            <li key={index}>{phrase}</li>
          ))}
        </ol>
        <Term about="fingerprint" />
      </div>
      <details>
        <summary>{t.showQr}</summary>
        <Qr text={props.qr ?? fingerprintText(props.fingerprint)} label={t.qrOf(props.what)} />
      </details>
    </div>
  );
}
