/** Reports and papers: choose one, its period and layout, see it as paper with what the checks found, and take it out. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { useLanguage, useMasked, useText } from '@/components/i18n';
import { PeriodChooser } from '@/components/tally/PeriodChooser';
import {
  PERIOD_KINDS,
  type PeriodChoice,
  type PeriodKind,
  firstChoice,
  periodOf,
  withKind,
} from '@/components/tally/period-choice';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Checkbox, SelectField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import { Term } from '@/components/ui/Term';
import type { DocumentAsk, WrittenDocument } from '@/components/workers/desk-calls';
import { DEFINITIONS, type DocumentId, type DocumentType } from '@/lib/documents';
import type { DocProfile } from '@/lib/model/doc-profile';
import type { Period } from '@/lib/model/period';
import { FindingList } from './FindingList';
import { NotMade } from './NotMade';
import { ReportExport } from './ReportExport';
import { SheetFrame } from './SheetFrame';
import { type LoadInput, type ReportState, useReport } from './use-report';

export interface ReportViewProps {
  /** Which documents are offered, in order. */
  documents: readonly DocumentId[];
  /** The one shown first. */
  first?: DocumentId;
  profiles: readonly DocProfile[];
  /** Id of the layout chosen last. */
  profileId: string;
  onProfile: (id: string) => void;
  onEditProfile: () => void;
  today: string;
  /** The period shown first; default the month of `today`. */
  period?: PeriodChoice;
  /** Papers of one thing (a meeting): its days, and no choice of a period. */
  fixed?: Period;
  load: LoadInput;
  /** Gives documents that are numbered their number; hears which one is shown and says its number as often as it changes. */
  number?: (about: NumberedDocument) => ComponentChildren;
  /** Writes a file in the worker. */
  write: (ask: DocumentAsk, signal: AbortSignal) => Promise<WrittenDocument>;
  /** After a file went out or printing began: for the journal. */
  onExported?: (id: DocumentId, format: DocumentAsk['format'] | 'print') => void;
}

export interface NumberedDocument {
  /** Names document and period: the same report keeps its number. */
  key: string;
  type: DocumentType;
  name: string;
  period: Period;
  onNumber: (number: number | null) => void;
}
/** Papers headed by one kind of period are made of no other. */
const KINDS_OF: Partial<Record<DocumentId, readonly PeriodKind[]>> = {
  'meeting-quality': ['month'],
  'six-month': ['half'],
};

function kindOf(id: DocumentId) {
  const kind = DEFINITIONS.find((one) => one.id === id);
  if (kind === undefined) throw new Error(`${id} is no document`);
  return kind;
}

export function ReportView(props: ReportViewProps) {
  const { documents: t } = useText();
  const language = useLanguage();
  const [id, setId] = useState<DocumentId>(props.first ?? props.documents[0] ?? 'meeting-quality');
  const [wanted, setChoice] = useState(() => props.period ?? firstChoice(props.today));
  const kinds = KINDS_OF[id] ?? PERIOD_KINDS;
  const choice = useMemo(
    () => (kinds.includes(wanted.kind) ? wanted : withKind(wanted, kinds[0] ?? wanted.kind)),
    [wanted, kinds],
  );
  const [draft, setDraft] = useState<boolean | null>(null);
  const profile = props.profiles.find((one) => one.id === props.profileId) ?? props.profiles[0];
  const { fixed } = props;
  const period = useMemo(() => fixed ?? periodOf(choice), [choice, fixed]);
  const key = `${id} ${period?.from ?? ''} ${period?.to ?? ''}`;
  // The number of another report or period never stands on this one, not even for a moment.
  const [given, setGiven] = useState<{ key: string; number: number | null }>({ key, number: null });
  const number = given.key === key ? given.number : null;
  const change = useCallback(
    (input: object) => ({
      ...input,
      ...(draft !== null && 'draft' in input ? { draft } : {}),
      ...(number !== null && 'number' in input ? { number } : {}),
    }),
    [draft, number],
  );
  if (profile === undefined) throw new Error('a layout is always shipped');
  const { state, again } = useReport(props.load, id, period, profile, change);
  return (
    <section class="stack-wide" aria-labelledby="report-title">
      <div class="card stack no-print">
        <div class="cluster">
          <h2 id="report-title">{t.title}</h2>
          <Term about="profile" />
        </div>
        <div class="form-row">
          <SelectField
            label={t.document}
            value={id}
            options={props.documents.map((one) => ({ value: one, label: kindOf(one).label[language] }))}
            onChange={(next) => {
              setId(next);
              setDraft(null);
            }}
          />
          <SelectField
            label={t.profile}
            value={profile.id}
            options={props.profiles.map((one) => ({ value: one.id, label: one.label[language] }))}
            onChange={props.onProfile}
          />
        </div>
        <div class="cluster">
          <Button kind="quiet" icon="pencil" onClick={props.onEditProfile}>
            {t.editProfile}
          </Button>
        </div>
        {fixed === undefined ? (
          <PeriodChooser
            choice={choice}
            kinds={kinds}
            thisYear={Number(props.today.slice(0, 4))}
            onChange={setChoice}
          />
        ) : null}
      </div>
      {period === null ? (
        <Banner tone="warn">
          <p>{t.wrongPeriod}</p>
        </Banner>
      ) : (
        <Shown
          {...props}
          id={id}
          profile={profile}
          state={state}
          again={again}
          onDraft={setDraft}
          about={{ key, period, onNumber: (next) => setGiven({ key, number: next }) }}
        />
      )}
    </section>
  );
}

function Shown(
  props: ReportViewProps & {
    id: DocumentId;
    profile: DocProfile;
    state: ReportState;
    again: () => void;
    onDraft: (draft: boolean) => void;
    about: Pick<NumberedDocument, 'key' | 'period' | 'onNumber'>;
  },
) {
  const { documents: t } = useText();
  const masked = useMasked();
  const { state, id } = props;
  const kind = kindOf(id);
  const name = kind.label[useLanguage()];
  switch (state.kind) {
    case 'loading':
      return <Progress label={t.loading} />;
    case 'none':
      return <EmptyState icon="file" title={t.noneTitle} text={state.why} />;
    case 'failed':
      return (
        <Banner tone="bad" title={t.loadFailed}>
          <p class="wrap-anywhere">{state.detail}</p>
          <Button onClick={props.again}>{t.tryAgain}</Button>
        </Banner>
      );
    case 'refused':
      return <NotMade issues={state.issues} />;
    case 'ready':
      return (
        <>
          <div class="card stack no-print">
            <h3>{t.checks}</h3>
            <FindingList findings={state.made.findings} />
            {typeof state.input === 'object' && state.input !== null && 'draft' in state.input ? (
              <Checkbox label={t.draft} checked={state.made.paper.draft !== null} onChange={props.onDraft} />
            ) : null}
            {kind.type === null ? null : props.number?.({ ...props.about, type: kind.type, name })}
            <ReportExport
              id={id}
              name={name}
              input={state.input}
              made={state.made}
              formats={kind.formats}
              write={props.write}
              onExported={(format) => props.onExported?.(id, format)}
            />
          </div>
          <div class="stack">
            <p class="soft small no-print">{t.previewHint}</p>
            {masked ? (
              <EmptyState icon="eye" title={t.maskedTitle} text={t.maskedText} />
            ) : (
              <SheetFrame paper={state.made.paper} name={name} />
            )}
          </div>
        </>
      );
  }
}
