/** Bringing figures in: choose or drop a file, paste cells, or take a captured list; then the review, then saving. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { downloadFile } from '@/components/export/download';
import { useDb } from '@/components/hooks/use-db';
import { useLiveQuery } from '@/components/hooks/use-live-query';
import { useFormat, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Progress } from '@/components/ui/Progress';
import { useToast } from '@/components/ui/Toast';
import { type DraftOf, WithDraft } from '@/components/ui/WithDraft';
import { type Desk, DeskError } from '@/components/workers/desk';
import type { DeskFailure, ListInput, ListPreview, PersonFacts } from '@/components/workers/desk-calls';
import type { Member } from '@/lib/model/member';
import type { ErrorCode } from '@/lib/protocol';
import type { DoubtKind } from '@/lib/tally/identity';
import { listMembers } from '@/lib/tracker';
import { CaptureList } from './CaptureList';
import { LastBrought } from './LastBrought';
import { ListInputs } from './ListInputs';
import { ListProblems } from './ListProblems';
import { type PasteDraft, NOTHING_PASTED, answersOf, readPasteDraft, withAnswers } from './paste-draft';
import { ReviewStep } from './ReviewStep';
import { nothingSaved, saveList } from './save-list';
import type { ReviewItem } from './review-state';
import { formatDay } from '@/lib/vi/dates';

type Step =
  | { at: 'start' }
  | { at: 'reading'; name: string; stop: AbortController }
  | { at: 'refused'; name: string; failure: DeskFailure }
  // With the roster the match was made with: what is shown must be what was matched.
  | {
      at: 'review';
      preview: ListPreview;
      /** As the match proposes, and with the answers given before. */
      proposed: ReviewItem[];
      items: ReviewItem[];
      isPaste: boolean;
      facts: Map<number, PersonFacts>;
      known: Roster;
    };

type Roster = ReadonlyMap<string, Member>;

/** People fetched at a time: what one message costs the page stays far under a frame or two. */
const PEOPLE_PER_MESSAGE = 1_000;

interface Props {
  desk: Desk;
  /** New members are put under this unit. */
  unit: string | null;
  onDone: () => void;
}

export function BringSection(props: Props) {
  return (
    <WithDraft id="bring paste" read={readPasteDraft}>
      {(draft) => <Bringing {...props} draft={draft} />}
    </WithDraft>
  );
}

function Bringing({ desk, unit, onDone, draft }: Props & { draft: DraftOf<PasteDraft> }) {
  const { tally: t } = useText();
  const f = useFormat();
  const toast = useToast();
  const db = useDb();
  const [step, setStep] = useState<Step>({ at: 'start' });
  const [saving, setSaving] = useState<{ done: number; all: number } | null>(null);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const [paste, setPaste] = useState(draft.value ?? NOTHING_PASTED);
  const keepPaste = (next: PasteDraft) => {
    setPaste(next);
    draft.keep(next.text === '' ? null : next);
  };
  const soFar = useRef(nothingSaved(''));
  const roster = useLiveQuery(() => listMembers(db), [db]);
  const members = useMemo(() => byId(roster.value ?? []), [roster.value]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (step.at === 'review') place.current?.querySelector('h2')?.focus();
  }, [step.at]);

  const read = async (input: ListInput) => {
    const stop = new AbortController();
    setFailure(null);
    setStep({ at: 'reading', name: input.name, stop });
    try {
      // Asked for now: what is on the screen may lag behind a member who was just saved.
      const known = byId(await listMembers(db));
      const people = [...known.values()].map(({ id, name, otherNames, code }) => ({ id, name, otherNames, code }));
      const preview = await desk.call('readList', { input, roster: people }, stop.signal);
      const items: ReviewItem[] = [];
      const facts = new Map<number, PersonFacts>();
      while (items.length < preview.people) {
        const part = await desk.call('takePeople', { from: items.length, limit: PEOPLE_PER_MESSAGE }, stop.signal);
        items.push(...part.items);
        for (const one of part.facts) facts.set(one.firstRow, one);
        // A task of its own per part, so that a key or a click is heard in between.
        await new Promise((resolve) => setTimeout(resolve));
      }
      soFar.current = nothingSaved(preview.source.name);
      const isPaste = 'text' in input;
      const answered = isPaste ? withAnswers(items, paste.answers, (id) => known.has(id)) : items;
      setStep({ at: 'review', preview, proposed: items, items: answered, isPaste, facts, known });
    } catch (error) {
      if (stop.signal.aborted) {
        toast('plain', t.canceled);
        return setStep({ at: 'start' });
      }
      const why: DeskFailure =
        error instanceof DeskError
          ? error.failure
          : { kind: 'failed', detail: error instanceof Error ? error.message : '' };
      setStep({ at: 'refused', name: input.name, failure: why });
    }
  };

  const save = async (
    { preview, facts, known, isPaste }: Extract<Step, { at: 'review' }>,
    items: readonly ReviewItem[],
  ) => {
    setFailure(null);
    const show = () => setSaving({ done: soFar.current.readings, all: preview.readings });
    show();
    try {
      const code = await saveList({
        desk,
        source: preview.source,
        facts,
        items,
        roster: known,
        unit,
        soFar: soFar.current,
        onProgress: show,
      });
      if (code !== null) return setFailure(code);
      if (isPaste) draft.keep(null);
      toast('good', t.applied(f.number(soFar.current.readings), f.number(soFar.current.members.size)));
      setStep({ at: 'start' });
      onDone();
    } catch {
      setFailure('invalid');
    } finally {
      setSaving(null);
    }
  };

  if (step.at === 'review') {
    const { preview, known } = step;
    return (
      <div ref={place}>
        <ReviewStep
          sourceName={preview.source.name}
          items={step.items}
          readings={preview.readings}
          roster={known}
          notices={noticesOf(preview, known, t)}
          saving={saving}
          failure={failure}
          onItems={(items) => {
            if (step.isPaste) keepPaste({ ...paste, answers: answersOf(step.proposed, items) });
          }}
          onSave={(items) => void save(step, items)}
          onBack={() => setStep({ at: 'start' })}
          onTakeAway={(items) =>
            downloadFile(`${JSON.stringify(items, null, 2)}\n`, 'phan-chua-luu.json', 'application/json')
          }
        />
      </div>
    );
  }
  return (
    <div class="stack-wide" ref={place}>
      {step.at === 'reading' ? null : <LastBrought />}
      {step.at === 'refused' ? <ListProblems name={step.name} failure={step.failure} /> : null}
      {step.at === 'reading' ? (
        <div class="card late">
          <Progress label={t.reading(step.name)} onCancel={() => step.stop.abort(new DOMException('', 'AbortError'))} />
        </div>
      ) : null}
      {roster.state === 'failed' ? <Banner tone="bad" title={t.failed} /> : null}
      {step.at === 'reading' ? null : (
        <ListInputs
          ready={roster.value !== undefined}
          pasted={paste.text}
          // Answers belong to the text they were given for.
          onPasted={(text) => keepPaste({ text, answers: {} })}
          onClear={draft.drop}
          line={draft.line}
          onInput={(input) => void read(input)}
        />
      )}
      <CaptureList roster={members} onDone={onDone} />
    </div>
  );
}

function byId(members: readonly Member[]): Map<string, Member> {
  return new Map(members.map((member) => [member.id, member]));
}

const ALWAYS_ASKED: ReadonlySet<DoubtKind> = new Set([
  'conflictingDay',
  'repeatedName',
  'sameCodeOtherName',
  'similarCode',
]);

function noticesOf(preview: ListPreview, roster: Roster, t: ReturnType<typeof useText>['tally']): string[] {
  const notices: string[] = [];
  if (preview.droppedColumns.length > 0) notices.push(t.columnsDropped(preview.droppedColumns.join(', ')));
  if (preview.ignoredColumns.length > 0) notices.push(t.columnsIgnored(preview.ignoredColumns.join(', ')));
  for (const { kind, names, codes, day } of preview.doubts.slice(0, 20)) {
    // Against an empty roster nothing else would ask about people of the file that resemble each other.
    if (ALWAYS_ASKED.has(kind) || roster.size === 0) {
      notices.push(
        t.doubts[kind]([...new Set(names)].join(', '), codes.join(', '), day === null ? null : formatDay(day)),
      );
    }
  }
  return notices;
}
