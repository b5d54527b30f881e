/** The texts of the minutes, section by section, with the opinions noted at the meeting at hand. */
import { useText } from '@/components/i18n';
import { Button } from '@/components/ui/Button';
import { MINUTES_SECTIONS } from '@/lib/model/meeting';
import { HeldTimes } from './ClockCard';
import type { MeetingDesk } from './types';
import { WordsField } from './WordsField';

const MOST = 20_000;

export function MinutesCard({ meeting, edit, act }: MeetingDesk) {
  const { meetings: t } = useText();
  const opinions = meeting.opinions
    .filter((one) => one.text.trim() !== '')
    .map((one) => `${one.name === '' ? t.other : `Đ/c ${one.name}`}: ${one.text.trim()}`)
    .join('\n');
  const there = meeting.minutes.discussion.includes(opinions);
  return (
    <section class="card stack" aria-labelledby="minutes-head">
      <h2 id="minutes-head">{t.minutesText}</h2>
      <HeldTimes meeting={meeting} edit={edit} />
      {MINUTES_SECTIONS.map((section) => (
        <div class="stack-tight" key={section}>
          <WordsField
            label={t.sections[section]}
            lines
            max={MOST}
            value={meeting.minutes[section]}
            onWords={(text) => edit((before) => ({ ...before, minutes: { ...before.minutes, [section]: text } }))}
          />
          {section === 'discussion' && opinions !== '' && !there ? (
            <div>
              <Button
                size="small"
                icon="plus"
                onClick={() =>
                  act(t.fromOpinionsDone, (before) => ({
                    ...before,
                    minutes: {
                      ...before.minutes,
                      discussion: [before.minutes.discussion, opinions]
                        .filter((text) => text !== '')
                        .join('\n')
                        .slice(0, MOST),
                    },
                  }))
                }
              >
                {t.fromOpinions}
              </Button>
            </div>
          ) : null}
        </div>
      ))}
      <WordsField
        label={t.fee}
        lines
        max={2_000}
        value={meeting.feeNotice}
        onWords={(feeNotice) => edit((before) => ({ ...before, feeNotice }))}
      />
    </section>
  );
}
