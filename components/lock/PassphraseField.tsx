/** A field for a passphrase: hidden while typed, shown on wish. */
import { Field } from '../ui/Field';

export function PassphraseField(props: {
  label: string;
  hint?: string;
  error?: string | null;
  value: string;
  shown: boolean;
  /** `new-password` where one is chosen. */
  kind: 'current-password' | 'new-password';
  onInput: (value: string) => void;
}) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <input
          {...control}
          class="input"
          // Preact's types want one literal per input; both take the same attributes.
          type={(props.shown ? 'text' : 'password') as 'password'}
          autoComplete={props.kind}
          spellcheck={false}
          maxLength={300}
          value={props.value}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
