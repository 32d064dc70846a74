import type { VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { mount } from '../../../ui/islands/mount.ts';
import { type FileOfQueue, UploadQueue } from './upload-queue.ts';

export interface UploadProps {
  /** Where uploads begin. */
  readonly endpoint: string;
  /** Where files are described; the id of the upload goes between. */
  readonly describe: { readonly before: string; readonly after: string };
  /** Bytes of the largest file. */
  readonly largest: number;
  readonly largestText: string;
  readonly accepted: string;
  readonly words: {
    readonly drop: string;
    readonly choose: string;
    readonly camera: string;
    readonly resume: string;
    readonly largest: string;
    readonly pause: string;
    readonly continue: string;
    readonly cancel: string;
    readonly waiting: string;
    readonly sending: string;
    readonly lineCut: string;
    readonly paused: string;
    readonly done: string;
    readonly describe: string;
    readonly failed: string;
    readonly tooLarge: string;
    readonly signedOut: string;
    readonly list: string;
  };
}

/** Files chosen, dropped or photographed, each with how far it is; several go in turn, since the line is one. */
function UploadFiles(props: UploadProps): VNode {
  const { words } = props;
  const [files, show] = useState<readonly FileOfQueue[]>([]);
  const [over, setOver] = useState(false);
  const queue = useRef<UploadQueue | undefined>(undefined);
  queue.current ??= new UploadQueue(props.endpoint, props.largest, show);
  const sends = files.some(({ state }) => state === 'sending' || state === 'lineCut');
  useEffect(() => {
    const again = () => queue.current!.lineIsBack();
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('online', again);
    if (sends) addEventListener('beforeunload', stay);
    return () => {
      removeEventListener('online', again);
      removeEventListener('beforeunload', stay);
    };
  }, [sends]);
  const take = (list: FileList | null | undefined) => queue.current!.add([...(list ?? [])]);
  const chooser = (id: string, label: string, camera: boolean) => (
    <label class="button plain" for={id}>
      {label}
      <input
        id={id}
        class="visually-hidden"
        type="file"
        multiple={!camera}
        accept={camera ? 'image/*' : props.accepted}
        capture={camera ? 'environment' : undefined}
        onChange={(event) => {
          take(event.currentTarget.files);
          // The same file may be chosen again after it failed.
          event.currentTarget.value = '';
        }}
      />
    </label>
  );
  return (
    <div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the buttons within are the way for all. */}
      <div
        class={over ? 'drop-zone over' : 'drop-zone'}
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
        <p>{words.drop}</p>
        <div class="button-row">
          {chooser('tep', words.choose, false)}
          {chooser('chup', words.camera, true)}
        </div>
        <p class="hint">
          {words.largest} {props.largestText}. {words.resume}
        </p>
      </div>
      {files.length > 0 && (
        <ul class="uploads" aria-label={words.list}>
          {files.map((file) => (
            <FileRow key={file.key} file={file} queue={queue.current!} {...props} />
          ))}
        </ul>
      )}
    </div>
  );
}

function FileRow({
  file,
  queue,
  words,
  describe,
}: UploadProps & { file: FileOfQueue; queue: UploadQueue }): VNode {
  const { state } = file;
  const percent = file.size === 0 ? 0 : Math.floor((file.sent / file.size) * 100);
  const button = (label: string, act: () => void) => (
    <button type="button" class="button quiet" onClick={act}>
      {label}
      <span class="visually-hidden"> {file.name}</span>
    </button>
  );
  return (
    <li>
      <div>
        <strong>{file.name}</strong>{' '}
        <span role="status">
          {state === 'failed' ? (file.why ?? words[file.fault]) : words[state]}
          {state === 'sending' || state === 'paused' || state === 'lineCut' ? ` · ${percent}%` : ''}
        </span>
      </div>
      {state !== 'done' && state !== 'failed' && (
        <progress max={100} value={percent} aria-label={file.name} />
      )}
      <div class="button-row">
        {state === 'done' && (
          <a class="button" href={`${describe.before}${file.id}${describe.after}`}>
            {words.describe}
            <span class="visually-hidden"> {file.name}</span>
          </a>
        )}
        {(state === 'sending' || state === 'lineCut') && button(words.pause, () => queue.pause(file.key))}
        {(state === 'paused' || (state === 'failed' && file.fault === 'failed' && file.why === null)) &&
          button(words.continue, () => queue.continue(file.key))}
        {state !== 'done' && button(words.cancel, () => queue.cancel(file.key))}
      </div>
    </li>
  );
}

mount('upload', UploadFiles);
