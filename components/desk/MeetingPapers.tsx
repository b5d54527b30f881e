/** The papers of one meeting: one press shows the draft as paper, with what the checks found, its number, and the file. */
import { useMemo, useState } from 'preact/hooks';
import { FindingList } from '@/components/documents/FindingList';
import { NotMade } from '@/components/documents/NotMade';
import { ReportExport } from '@/components/documents/ReportExport';
import { SheetFrame } from '@/components/documents/SheetFrame';
import { act } from '@/components/hooks/use-actions';
import { useLanguage, useMasked, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { useDeskWorker } from '@/components/hooks/use-desk-worker';
import { DEFINITIONS, DocumentInputError, makeDocument } from '@/lib/documents';
import type { Meeting } from '@/lib/model/meeting';
import type { Settings } from '@/lib/model/settings';
import type { Task } from '@/lib/model/task';
import { MEETING_PAPERS, type MeetingPaper, meetingPaper } from '@/lib/reports';
import { DEFAULT_DOC_PROFILE } from '@/lib/rules/doc-profiles';
import { NumberField } from './NumberField';
import { useSource } from './use-source';

interface Props {
  meeting: Meeting;
  tasks: readonly Task[];
  unit: string | null;
  settings: Settings;
  now: () => Date;
}

export function MeetingPapers(props: Props) {
  const { desk: t } = useText();
  const language = useLanguage();
  const [shown, setShown] = useState<MeetingPaper | null>(null);
  return (
    <div class="stack">
      <div class="cluster" role="group" aria-label={t.papers}>
        {MEETING_PAPERS.map((paper) => (
          <Button key={paper} pressed={shown === paper} onClick={() => setShown(shown === paper ? null : paper)}>
            {kindOf(paper)?.label[language] ?? paper}
          </Button>
        ))}
      </div>
      {shown === null ? null : <PaperOf key={shown} {...props} paper={shown} />}
    </div>
  );
}

const kindOf = (paper: MeetingPaper) => DEFINITIONS.find(({ id }) => id === paper);

function PaperOf({ meeting, tasks, unit, settings, now, paper }: Props & { paper: MeetingPaper }) {
  const { desk: t, documents: d, ui } = useText();
  const language = useLanguage();
  const masked = useMasked();
  const source = useSource(unit, settings, now);
  const [draft, setDraft] = useState(true);
  const [number, setNumber] = useState<number | null>(null);
  const desk = useDeskWorker();
  const made = useMemo(() => {
    if (source.value === undefined) return null;
    const { profiles, cell } = source.value;
    const profile = profiles.find(({ id }) => id === cell.profile) ?? DEFAULT_DOC_PROFILE;
    const input = meetingPaper(paper, meeting, { ...source.value, tasks }, { draft, number });
    try {
      return { input, document: makeDocument(paper, input, profile) };
    } catch (error) {
      if (error instanceof DocumentInputError) return { refused: error.issues };
      throw error;
    }
  }, [source.value, meeting, tasks, paper, draft, number]);
  const kind = kindOf(paper);
  if (made === null || source.value === undefined || kind === undefined) {
    return source.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : <Progress label={ui.loading} />;
  }
  if (made.document === undefined) {
    return <NotMade issues={made.refused} />;
  }
  const name = kind.label[language];
  return (
    <div class="stack">
      <div class="card stack no-print">
        <FindingList findings={made.document.findings} />
        {kind.type === null ? null : (
          <NumberField
            type={kind.type}
            term={source.value.cell.term}
            unit={unit}
            about={meeting.id}
            title={`${name}, ${meeting.title}`}
            now={now}
            onNumber={setNumber}
          />
        )}
        {'draft' in made.input ? <Checkbox label={d.draft} checked={draft} onChange={setDraft} /> : null}
        <ReportExport
          id={paper}
          name={name}
          input={made.input}
          made={made.document}
          formats={kind.formats}
          write={(ask, signal) => desk.call('writeDocument', ask, signal)}
          onExported={() => void act({ type: 'noteExport', kind: 'document', rows: 1 })}
        />
      </div>
      {masked ? <p class="soft">{t.masked}</p> : <SheetFrame paper={made.document.paper} name={name} />}
    </div>
  );
}
