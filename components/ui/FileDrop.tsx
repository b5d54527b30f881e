/** A card that takes files, chosen or dropped on it; what is told of them stands below. */
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
  onFile?: (file: File | undefined) => void;
  /** Takes any number at once. */
  onFiles?: (files: File[]) => void;
  children?: ComponentChildren;
}) {
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null | undefined) => {
    props.onFile?.(files?.[0]);
    if (files && files.length > 0) props.onFiles?.([...files]);
  };
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
        take(event.dataTransfer?.files);
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
        multiple={props.onFiles !== undefined}
        accept={props.accept}
        aria-label={props.choose}
        onChange={(event) => {
          const input = event.currentTarget;
          take(input.files);
          // The same file may be chosen again after it was mended.
          input.value = '';
        }}
      />
      {props.children}
    </section>
  );
}
