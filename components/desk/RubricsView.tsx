/** "Biểu chấm": the rubrics at hand, shipped ones and own copies; read, put in use, copied, edited, taken out and brought in. */
import { useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { cellChange } from '@/components/hooks/desk-changes';
import { useDb } from '@/components/hooks/use-db';
import { useDesk } from '@/components/hooks/use-desk';
import { useText } from '@/components/i18n';
import { RefusedFile } from '@/components/rubric/RefusedFile';
import { RubricEditor } from '@/components/rubric/RubricEditor';
import { RubricView } from '@/components/rubric/RubricView';
import { Banner } from '@/components/ui/Banner';
import { Button, LinkButton } from '@/components/ui/Button';
import { SelectField } from '@/components/ui/Field';
import { FileField } from '@/components/ui/FileField';
import { Progress } from '@/components/ui/Progress';
import type { Settings } from '@/lib/model/settings';
import { type Rubric, RubricError, copyRubric, exportRubric, findRubric, parseRubric } from '@/lib/rubric';
import { getDesk } from '@/lib/tracker';
import { useNewestRubrics, useSource } from './use-source';

export function RubricsView({ settings, now }: { settings: Settings; now: () => Date }) {
  const { desk: t, ui } = useText();
  const db = useDb();
  const source = useSource(null, settings, now);
  const rubrics = useNewestRubrics(source.value?.offered);
  const [chosen, setChosen] = useState<string | null>(null);
  const [editing, setEditing] = useState(false);
  const [refused, setRefused] = useState<{ name: string; error: RubricError } | null>(null);
  const { save, undo, status, clear } = useDesk();
  if (source.value === undefined) {
    return source.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : <Progress label={ui.loading} />;
  }
  const { cell } = source.value;
  const rubric = rubrics.find(({ id }) => id === (chosen ?? cell.rubric)) ?? rubrics[0];
  if (rubric === undefined) return null;
  const shipped = findRubric(rubric.id) !== null;
  const inUse = cell.rubric === rubric.id;

  const keep = async (next: Rubric) => {
    // Every version stays: sheets made with it are scored by it for good (R17).
    const id = `rubric ${next.id} ${next.rubricVersion}`;
    const there = await getDesk(db, id);
    if (there !== null) return false;
    const entry = { id, kind: 'rubric' as const, unit: null, removed: false, value: next };
    return save([{ entry, before: null }]);
  };
  const copy = async () => {
    const made = copyRubric(rubric, {
      id: `own-${crypto.randomUUID().slice(0, 8)}`,
      title: t.copyOf(rubric.title),
      issuer: cell.name ?? cell.superior ?? rubric.issuer,
    });
    if (!(await keep(made))) return;
    setChosen(made.id);
    setEditing(true);
  };
  const put = async () => {
    await save([await cellChange(db, null, cell, { rubric: rubric.id })]);
  };
  const bring = async (file: File | null) => {
    setRefused(null);
    if (file === null) return;
    try {
      const read = parseRubric(await file.text());
      const taken = rubrics.some(({ id }) => id === read.id);
      // A file never takes the place of what is here: the same id comes in as a copy.
      const made = taken
        ? copyRubric(read, { id: `own-${crypto.randomUUID().slice(0, 8)}`, title: read.title, issuer: read.issuer })
        : read;
      if (await keep(made)) setChosen(made.id);
    } catch (error) {
      if (!(error instanceof RubricError)) throw error;
      setRefused({ name: file.name, error });
    }
  };

  return (
    <div class="stack-wide">
      <div class="spread no-print">
        <h1 tabIndex={-1}>{t.rubrics}</h1>
        <LinkButton href="#/meetings" icon="left">
          {t.toMeetings}
        </LinkButton>
      </div>
      {status.state === 'failed' ? (
        <Banner tone="bad" title={t.notSaved} onClose={clear}>
          <p>{ui.errors[status.code]}</p>
        </Banner>
      ) : null}
      {editing ? (
        <RubricEditor
          key={`${rubric.id} ${rubric.rubricVersion}`}
          rubric={rubric}
          saving={status.state === 'busy'}
          onSave={(next) => void keep(next).then((done) => done && setEditing(false))}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <>
          <div class="card stack no-print">
            <SelectField
              label={t.rubric}
              value={rubric.id}
              options={rubrics.map(({ id, title, issuer }) => ({
                value: id,
                label: `${title} (${issuer})${id === cell.rubric ? ` – ${t.inUse}` : ''}`,
              }))}
              onChange={setChosen}
            />
            <div class="cluster">
              {inUse ? null : (
                <Button kind="main" busy={status.state === 'busy'} onClick={() => void put()}>
                  {t.putInUse}
                </Button>
              )}
              {shipped ? (
                <Button icon="pencil" busy={status.state === 'busy'} onClick={() => void copy()}>
                  {t.copyToEdit}
                </Button>
              ) : (
                <Button icon="pencil" onClick={() => setEditing(true)}>
                  {t.edit}
                </Button>
              )}
              <Button
                icon="download"
                onClick={() => downloadFile(exportRubric(rubric), `bieu-cham-${rubric.id}.json`, 'application/json')}
              >
                {t.takeOut}
              </Button>
              {undo === null ? null : (
                <Button kind="quiet" busy={status.state === 'busy'} onClick={() => void undo()}>
                  {ui.undo}
                </Button>
              )}
            </div>
            <FileField
              label={t.bringIn}
              hint={t.bringInHint}
              accept=".json,application/json"
              onFile={(file) => void bring(file)}
            />
            {refused === null ? null : <RefusedFile {...refused} />}
          </div>
          <RubricView rubric={rubric} />
        </>
      )}
    </div>
  );
}
