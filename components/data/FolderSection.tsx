/** Copies into a folder by themselves: agreed to, chosen once, allowed again when the browser asks, stopped at any time. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { act } from '@/components/hooks/use-actions';
import { useDb } from '@/components/hooks/use-db';
import { useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { Checkbox } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { useToast } from '@/components/ui/Toast';
import type { BackupRow } from '@/lib/model/backup-state';
import { type ChosenFolder, type FolderPermission, canChooseFolder, chooseFolder } from './file-pickers';
import { FOLDER_PROBLEMS, permissionOf } from './folder-copy';
import { rememberFolder, rememberedFolder } from './folder-store';
import { PassphraseStep, usePassphrase } from './PassphraseStep';
import { runFolderCopy } from './run-folder-copy';
import { useVault } from '@/components/hooks/use-vault';

export function FolderSection({ state, now }: { state: BackupRow; now: () => Date }) {
  const { backup: t, ui } = useText();
  const db = useDb();
  const vault = useVault();
  const toast = useToast();
  const [folder, setFolder] = useState<ChosenFolder | null>(null);
  const [permission, setPermission] = useState<FolderPermission>('granted');
  const [asking, setAsking] = useState(false);
  const [working, setWorking] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  const on = state.folderPassphrase !== null;

  const look = async () => {
    const found = await rememberedFolder().catch(() => null);
    setFolder(found);
    if (found !== null) setPermission(await permissionOf(found));
  };
  useEffect(() => {
    void look();
  }, [on]);
  useEffect(() => () => stop.current?.abort(new DOMException('', 'AbortError')), []);

  const copyNow = async () => {
    stop.current = new AbortController();
    const { signal } = stop.current;
    setWorking(true);
    try {
      const outcome = await runFolderCopy(db, vault, now, signal);
      if ('made' in outcome) toast('good', t.folderMade(outcome.made));
    } catch (error) {
      if (!signal.aborted) setFailed(error instanceof Error ? error.message : String(error));
    } finally {
      setWorking(false);
    }
  };
  const allow = async () => {
    if (folder === null) return;
    const given = (await folder.requestPermission?.({ mode: 'readwrite' })) ?? 'granted';
    setPermission(given);
    if (given === 'granted') await copyNow();
  };
  const end = async () => {
    const reply = await act({ type: 'keepFolderPassphrase', passphrase: null });
    if (!reply.ok) return setFailed(ui.errors[reply.code]);
    await rememberFolder(null).catch(() => undefined);
    setFolder(null);
    toast('good', t.folderStopped);
  };
  const begin = async (chosen: ChosenFolder, passphrase: string) => {
    setAsking(false);
    try {
      await rememberFolder(chosen);
    } catch (error) {
      return setFailed(error instanceof Error ? error.message : String(error));
    }
    const reply = await act({ type: 'keepFolderPassphrase', passphrase });
    if (!reply.ok) return setFailed(ui.errors[reply.code]);
    await look();
    await copyNow();
  };
  const problem = FOLDER_PROBLEMS.find((one) => one === state.folderProblem) ?? (state.folderProblem ? 'write' : null);

  return (
    <section class="card stack" aria-labelledby="folder-title">
      <h2 id="folder-title">{t.folder}</h2>
      <p>{t.folderText}</p>
      {!canChooseFolder() && !on ? <p class="soft">{t.folderNone}</p> : null}
      {on && folder !== null ? <p class="wrap-anywhere">{t.folderIs(folder.name)}</p> : null}
      {on && permission !== 'granted' ? (
        <Banner tone="warn" live="off">
          <p>{t.folderAsk}</p>
          <Button size="small" onClick={() => void allow()}>
            {t.folderAllow}
          </Button>
        </Banner>
      ) : on && problem !== null ? (
        <Banner tone="bad" live="off">
          <p>{t.folderFailed(t.folderReasons[problem])}</p>
        </Banner>
      ) : null}
      {working ? (
        <Progress label={t.folderWorking} onCancel={() => stop.current?.abort(new DOMException('', 'AbortError'))} />
      ) : null}
      {failed === null ? null : (
        <Banner tone="bad" onClose={() => setFailed(null)}>
          <p class="wrap-anywhere">{failed}</p>
        </Banner>
      )}
      <div class="cluster">
        {on ? (
          <>
            <Button busy={working} onClick={() => void copyNow()}>
              {t.folderNow}
            </Button>
            <Button kind="danger" onClick={() => void end()}>
              {t.folderStop}
            </Button>
          </>
        ) : canChooseFolder() ? (
          <Button icon="data" onClick={() => setAsking(true)}>
            {t.folderChoose}
          </Button>
        ) : null}
      </div>
      {asking ? <FolderDialog now={now} onClose={() => setAsking(false)} onChosen={begin} /> : null}
    </section>
  );
}

function FolderDialog(props: {
  now: () => Date;
  onClose: () => void;
  onChosen: (folder: ChosenFolder, passphrase: string) => Promise<void>;
}) {
  const { backup: t, ui } = useText();
  const [moment] = useState(props.now);
  const phrase = usePassphrase();
  const [agreed, setAgreed] = useState(false);
  const [tried, setTried] = useState(false);
  const choose = async () => {
    setTried(true);
    const chosen = await phrase.take();
    if (chosen === null || !agreed) return;
    const folder = await chooseFolder();
    if (folder !== null) await props.onChosen(folder, chosen.typed);
  };
  return (
    <Dialog
      title={t.folder}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{ui.cancel}</Button>
          <Button kind="main" onClick={() => void choose()}>
            {t.folderChoose}
          </Button>
        </>
      }
    >
      <PassphraseStep state={phrase} file="ban-sao-….age" now={moment} />
      <p>{t.folderKeeps}</p>
      <Checkbox
        label={t.folderAgree}
        hint={tried && !agreed ? <strong role="alert">{t.folderAgreeFirst}</strong> : undefined}
        checked={agreed}
        onChange={setAgreed}
      />
    </Dialog>
  );
}
