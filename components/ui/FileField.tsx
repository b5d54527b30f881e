/** A labelled file chooser: the browser's own control, with our words laid over it, since its own follow the browser's language. */
import { useState } from 'preact/hooks';
import { useText } from '../i18n/base';
import { Field } from './Field';

export function FileField(props: {
  label: string;
  hint?: string;
  error?: string | null;
  accept: string;
  onFile: (file: File | null) => void;
}) {
  const { ui } = useText();
  const [name, setName] = useState<string | null>(null);
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <span class="file-pick">
          <span class="button" aria-hidden="true">
            {ui.chooseFile}
          </span>
          <span class="soft wrap-anywhere" aria-hidden="true">
            {name ?? ui.noFile}
          </span>
          <input
            {...control}
            type="file"
            accept={props.accept}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0] ?? null;
              setName(file?.name ?? null);
              props.onFile(file);
            }}
          />
        </span>
      )}
    </Field>
  );
}
