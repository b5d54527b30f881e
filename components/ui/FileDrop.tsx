/** A card that takes one file, chosen or dropped on it; what is told of the file stands below. */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Button } from './Button';

export function FileDrop(props: {
  /** Id of the heading, which stands on the page once. */
  titleId: string;
  title: string;
  text: string;
  /** Less prominent: what the file is for. */
  softText?: boolean;
  choose: string;
  /** Chooses what the page is mainly for. */
  main?: boolean;
  drop: string;
  accept: string;
  onFile: (file: File | undefined) => void;
  children?: ComponentChildren;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <section
      class="card stack drop-box"
      data-over={over ? '' : undefined}
      aria-labelledby={props.titleId}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        props.onFile(event.dataTransfer?.files[0]);
      }}
    >
      <h2 id={props.titleId}>{props.title}</h2>
      <p class={props.softText === true ? 'soft' : undefined}>{props.text}</p>
      <div class="cluster">
        <Button kind={props.main === true ? 'main' : 'plain'} icon="file" onClick={() => chooser.current?.click()}>
          {props.choose}
        </Button>
        <span class="soft">{props.drop}</span>
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={props.accept}
        aria-label={props.choose}
        onChange={(event) => {
          const input = event.currentTarget;
          props.onFile(input.files?.[0]);
          // The same file may be chosen again after it was mended.
          input.value = '';
        }}
      />
      {props.children}
    </section>
  );
}
