/** Scoring a meeting on its page: the form of the cell's rubric, filled in by what the desk knows, settled by a press. */
import { useMemo, useRef, useState } from 'preact/hooks';
import { printOnly } from '@/components/hooks/print-only';
import { useFormat, useText } from '@/components/i18n';
import { ScoreSheetForm } from '@/components/rubric/ScoreSheetForm';
import { SettledSheet } from '@/components/rubric/SettledSheet';
import { leftInOwnColumn, proposalsFor, settledColumns } from '@/components/rubric/sheet-answers';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { SelectField } from '@/components/ui/Field';
import { Progress } from '@/components/ui/Progress';
import type { Meeting } from '@/lib/model/meeting';
import type { ScoreSheet } from '@/lib/model/score-sheet';
import type { Settings } from '@/lib/model/settings';
import type { Task } from '@/lib/model/task';
import { isSettled, rubricFacts, sheetOf } from '@/lib/reports';
import { rubricOf } from '@/lib/rubric';
import { dayOf } from '@/lib/meetings/moments';
import { useNewestRubrics, useSource } from './use-source';

interface Props {
  meeting: Meeting;
  tasks: readonly Task[];
  unit: string | null;
  settings: Settings;
  now: () => Date;
  save: (score: Meeting['score'], step: string | null) => void;
}

export function MeetingScore({ meeting, tasks, unit, settings, now, save }: Props) {
  const { desk: t, meetings, rubric: rubricTexts, ui } = useText();
  const f = useFormat();
  const settledRef = useRef<HTMLDivElement>(null);
  const source = useSource(unit, settings, now);
  const rubrics = useNewestRubrics(source.value?.offered);
  const sheet = useMemo(() => sheetOf(meeting), [meeting.score]);
  const [chosen, setChosen] = useState<string | null>(null);
  const [tooEarly, setTooEarly] = useState(false);
  const facts = useMemo(
    () => (source.value === undefined ? null : rubricFacts(meeting, { ...source.value, tasks })),
    [source.value, meeting, tasks],
  );
  if (source.value === undefined) {
    return source.state === 'failed' ? <Banner tone="bad" title={ui.loadFailed} /> : <Progress label={ui.loading} />;
  }
  const settledBy = sheet !== null && isSettled(sheet) ? rubricOf(sheet, source.value.rubrics) : null;
  if (sheet !== null && settledBy !== null) {
    return (
      <div class="stack">
        <Banner tone="good" live="off" title={t.settled}>
          <div class="cluster">
            <Button
              size="small"
              icon="file"
              onClick={() => {
                if (settledRef.current !== null) printOnly(settledRef.current);
              }}
            >
              {rubricTexts.settled.print}
            </Button>
            <Button size="small" onClick={() => save({ ...sheet, facts: null }, t.openAgain)}>
              {t.openAgain}
            </Button>
          </div>
        </Banner>
        <div ref={settledRef}>
          <SettledSheet
            rubric={settledBy}
            sheet={sheet}
            heading={meeting.title === '' ? meetings.kinds[meeting.kind] : meeting.title}
            unit={source.value.cell.name ?? unit}
          />
        </div>
      </div>
    );
  }
  if (facts === null) return <p class="soft">{t.notScored}</p>;
  const wanted = chosen ?? sheet?.rubric.id ?? source.value.cell.rubric;
  const kept = sheet !== null && sheet.rubric.id === wanted ? rubricOf(sheet, source.value.rubrics) : null;
  const rubric = kept ?? rubrics.find(({ id }) => id === wanted) ?? rubrics[0];
  if (rubric === undefined) return null;
  const own = sheet !== null && sheet.rubric.id === rubric.id && sheet.rubric.rubricVersion === rubric.rubricVersion;
  const columns = own ? sheet.columns : {};
  const left = leftInOwnColumn(rubric, columns, facts);
  const leftWords = [
    ...(left.open.length > 0 ? [rubricTexts.sheet.open(f.number(left.open.length))] : []),
    ...(left.notes.length > 0 ? [rubricTexts.sheet.missingNotes(f.number(left.notes.length))] : []),
  ];
  const settle = () => {
    setTooEarly(leftWords.length > 0);
    if (leftWords.length === 0) write(settledColumns(rubric, columns, proposalsFor(rubric, facts)), facts, t.settle);
  };
  // The first answer by another rubric takes the place of the sheet there was.
  const replaces = sheet !== null && !own ? t.otherSheet : null;
  const write = (next: ScoreSheet['columns'], knownThen: ScoreSheet['facts'], step: string | null) => {
    const score: ScoreSheet = {
      format: 'sotay-score-sheet',
      version: 1,
      rubric: { id: rubric.id, rubricVersion: rubric.rubricVersion },
      day: dayOf(meeting),
      facts: knownThen,
      // Plain JSON, as the meeting keeps it: no field is undefined.
      columns: JSON.parse(JSON.stringify(next)) as ScoreSheet['columns'],
    };
    save(score, step);
  };
  return (
    <div class="stack">
      <SelectField
        label={t.rubric}
        value={rubric.id}
        options={rubrics.map(({ id, title, issuer }) => ({ value: id, label: `${title} (${issuer})` }))}
        onChange={setChosen}
      />
      <p>
        <a href="#/rubrics">{t.lookAtRubrics}</a>
      </p>
      {sheet !== null && !own ? (
        <Banner tone="warn" live="off">
          <p>{t.otherRubric}</p>
        </Banner>
      ) : null}
      <ScoreSheetForm
        rubric={rubric}
        facts={facts}
        columns={columns}
        onAnswer={(scorer, item, answer) => {
          const { [item]: _, ...others } = columns[scorer] ?? {};
          write({ ...columns, [scorer]: answer === null ? others : { ...others, [item]: answer } }, null, replaces);
        }}
      />
      <div class="stack-tight">
        <p class="soft">{t.settleText}</p>
        {tooEarly && leftWords.length > 0 ? (
          <Banner tone="warn">
            <p>{t.notYetWhole(leftWords.join(', '))}</p>
          </Banner>
        ) : null}
        <div>
          <Button kind="main" onClick={settle}>
            {t.settle}
          </Button>
        </div>
      </div>
    </div>
  );
}
