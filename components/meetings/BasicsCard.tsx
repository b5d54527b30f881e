/** What kind of meeting, when, where, who leads it and who is invited. */
import { useState } from 'preact/hooks';
import { ClockField } from '@/components/fields/ClockField';
import { DayField } from '@/components/fields/DayField';
import { useFormat, useText } from '@/components/i18n';
import { SelectField, TextField } from '@/components/ui/Field';
import { minimumOf } from '@/lib/meetings/clock';
import { endAt } from '@/lib/meetings/moments';
import { MEETING_KINDS, type Meeting } from '@/lib/model/meeting';
import { clockInVietnam, instantAt } from '@/lib/vi/clock';
import { dayInVietnam } from '@/lib/vi/dates';
import { CountField } from './CountField';
import type { MeetingDesk } from './types';
import { WordsField } from './WordsField';
import { overnightHint } from './words';

const MOST_GUESTS = 100;

export function BasicsCard({ meeting, edit, rules }: MeetingDesk) {
  const { meetings: t } = useText();
  const f = useFormat();
  const start = new Date(meeting.plannedStart);
  const day = dayInVietnam(start);
  const from = clockInVietnam(start);
  const to = meeting.plannedEnd === null ? '' : clockInVietnam(new Date(meeting.plannedEnd));
  // An end that does not fit the beginning stays on screen with its refusal, and is not kept.
  const [wrongEnd, setWrongEnd] = useState<string | null>(null);
  const set = (part: Partial<Meeting>) => edit((before) => ({ ...before, ...part }));
  const setTimes = (newDay: string, newFrom: string, newTo: string) => {
    const plannedStart = instantAt(newDay, newFrom);
    if (plannedStart === null) return;
    const plannedEnd = newTo === '' ? null : endAt(plannedStart, newTo);
    const wrong = newTo !== '' && plannedEnd === null;
    setWrongEnd(wrong ? newTo : null);
    set({ plannedStart, plannedEnd });
  };
  const rule = minimumOf({ kind: meeting.kind, minimumMinutes: null }, rules);
  return (
    <section class="card stack" aria-labelledby="basics-head">
      <h2 id="basics-head">{t.basics}</h2>
      <div class="form-row">
        <SelectField
          label={t.kind}
          value={meeting.kind}
          options={MEETING_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
          onChange={(kind) => set({ kind })}
        />
        <WordsField label={t.name} value={meeting.title} onWords={(title) => set({ title })} />
      </div>
      <div class="form-row">
        <DayField label={t.day} value={day} onDay={(newDay) => setTimes(newDay, from, wrongEnd ?? to)} />
        <ClockField label={t.from} value={from} onClock={(clock) => setTimes(day, clock, wrongEnd ?? to)} />
        <ClockField
          label={t.to}
          value={wrongEnd ?? to}
          optional
          hint={overnightHint(meeting.plannedStart, meeting.plannedEnd, t, f)}
          error={wrongEnd === null ? null : t.endBeforeStart}
          onClock={(clock) => setTimes(day, from, clock)}
        />
      </div>
      <div class="form-row">
        <WordsField label={t.place} value={meeting.place} onWords={(place) => set({ place })} />
        <TextField
          label={t.link}
          value={meeting.onlineLink}
          maxLength={500}
          onInput={(onlineLink) => set({ onlineLink })}
        />
      </div>
      <div class="form-row">
        <WordsField label={t.chair} value={meeting.chair} max={200} onWords={(chair) => set({ chair })} />
        <WordsField label={t.recorder} value={meeting.recorder} max={200} onWords={(recorder) => set({ recorder })} />
        <WordsField label={t.superior} value={meeting.superior} max={200} onWords={(superior) => set({ superior })} />
      </div>
      <div class="form-row">
        <DayField
          optional="unmarked"
          label={t.committeeMet}
          hint={t.committeeMetHint}
          value={meeting.committeeMetOn ?? ''}
          onDay={(day) => set({ committeeMetOn: day || null })}
        />
        <CountField
          label={t.minimum}
          hint={t.minimumHint(rule === null ? t.minimumNone : f.number(rule))}
          value={meeting.minimumMinutes}
          min={1}
          max={600}
          optional
          refusal={t.minimumError}
          onCount={(minimumMinutes) => set({ minimumMinutes })}
        />
      </div>
      <Guests guests={meeting.guests} onGuests={(guests) => set({ guests })} />
    </section>
  );
}

/** Lines as typed; blank ones are not guests but must stay while the next name is being typed. */
function Guests({ guests, onGuests }: { guests: string[]; onGuests: (guests: string[]) => void }) {
  const { meetings: t } = useText();
  const [text, setText] = useState(guests.join('\n'));
  const listOf = (lines: string) =>
    lines
      .split('\n')
      .map((line) => line.trim().slice(0, 200))
      .filter((line) => line !== '')
      .slice(0, MOST_GUESTS);
  const current = listOf(text).join('\n') === guests.join('\n') ? text : guests.join('\n');
  return (
    <WordsField
      label={t.guests}
      hint={t.guestsHint}
      lines
      max={5_000}
      value={current}
      onWords={(lines) => {
        setText(lines);
        onGuests(listOf(lines));
      }}
    />
  );
}
