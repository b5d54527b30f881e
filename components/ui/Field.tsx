/** Labelled inputs: the label is always seen, the hint and the error belong to the field for screen readers too. */
import type { ComponentChildren, Ref } from 'preact';
import { useId } from 'preact/hooks';
import { useText } from '../i18n/base';
import { Icon } from './Icon';

interface Labelled {
  label: string;
  hint?: string;
  /** What is wrong and what to do; null while nothing is. */
  error?: string | null;
  optional?: boolean;
}

/** The frame of any control: gives it its id and what describes it. */
export function Field(
  props: Labelled & {
    children: (control: { id: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean }) => ComponentChildren;
  },
) {
  const text = useText();
  const id = useId();
  const described = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
        {props.optional && <span class="field-optional"> ({text.ui.optional})</span>}
      </label>
      {props.hint && (
        <span class="field-hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': props.error ? true : undefined,
      })}
      {props.error && (
        <span class="field-error" id={`${id}-error`} role="alert">
          <Icon name="warning" />
          {props.error}
        </span>
      )}
    </div>
  );
}

export interface TextFieldProps extends Labelled {
  value: string;
  onInput: (value: string) => void;
  /** When the person leaves the field or presses Enter. */
  onCommit?: (value: string) => void;
  type?: 'text' | 'date' | 'month' | 'search';
  inputMode?: 'text' | 'numeric' | 'decimal';
  maxLength?: number;
  max?: string;
  min?: string;
  lines?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField(props: TextFieldProps) {
  const { value, onInput, onCommit } = props;
  return (
    <Field label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {(control) =>
        props.lines ? (
          <textarea
            {...control}
            class="input"
            value={value}
            maxLength={props.maxLength}
            onInput={(event) => onInput(event.currentTarget.value)}
            onBlur={(event) => onCommit?.(event.currentTarget.value)}
          />
        ) : (
          <input
            {...control}
            ref={props.inputRef}
            class="input"
            // Preact's types want one literal per input; all of ours take the same attributes.
            type={(props.type ?? 'text') as 'text'}
            inputMode={props.inputMode}
            maxLength={props.maxLength}
            min={props.min}
            max={props.max}
            autoComplete="off"
            spellcheck={false}
            value={value}
            onInput={(event) => onInput(event.currentTarget.value)}
            onBlur={(event) => onCommit?.(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.isComposing) onCommit?.(event.currentTarget.value);
            }}
          />
        )
      }
    </Field>
  );
}

export function SelectField<T extends string>(
  props: Labelled & { value: T; options: readonly { value: T; label: string }[]; onChange: (value: T) => void },
) {
  return (
    <Field label={props.label} hint={props.hint} error={props.error} optional={props.optional}>
      {(control) => (
        <select
          {...control}
          class="input"
          value={props.value}
          onChange={(event) => {
            const chosen = props.options.find((option) => option.value === event.currentTarget.value);
            if (chosen) props.onChange(chosen.value);
          }}
        >
          {props.options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function Checkbox(props: {
  label: ComponentChildren;
  hint?: ComponentChildren;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}) {
  const id = useId();
  return (
    <label class="choice" for={id}>
      <input
        id={id}
        type="checkbox"
        checked={props.checked}
        disabled={props.disabled}
        aria-describedby={props.hint === undefined ? undefined : `${id}-hint`}
        aria-labelledby={`${id}-label`}
        onChange={(event) => props.onChange(event.currentTarget.checked)}
      />
      <span class="choice-text">
        <span class="field-label" id={`${id}-label`}>
          {props.label}
        </span>
        {props.hint !== undefined && (
          <span class="field-hint" id={`${id}-hint`}>
            {props.hint}
          </span>
        )}
      </span>
    </label>
  );
}

/** A few options side by side, one of them chosen. */
export function Choices<T extends string>(props: {
  legend: string;
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="field">
      <legend class="field-label">{props.legend}</legend>
      <div class="choices">
        {props.options.map((option) => (
          <label key={option.value}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
