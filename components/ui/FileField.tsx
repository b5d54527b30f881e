/** A labelled file chooser: the browser's own control, which says the file's name and works by keyboard everywhere. */
import { Field } from './Field';

export function FileField(props: {
  label: string;
  hint?: string;
  error?: string | null;
  accept: string;
  onFile: (file: File | null) => void;
}) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error}>
      {(control) => (
        <input
          {...control}
          class="input file-input"
          type="file"
          accept={props.accept}
          onChange={(event) => props.onFile(event.currentTarget.files?.[0] ?? null)}
        />
      )}
    </Field>
  );
}
