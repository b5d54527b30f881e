/** Settings: each change is saved at once by the background; nothing here leaves the computer. */
import './settings.css';
import type { ComponentChildren } from 'preact';
import type { Settings } from '@/lib/model/settings';
import { SITES } from '@/lib/sites';
import { getSettings, listConsents } from '@/lib/tracker';
import { useDb } from '../hooks/use-db';
import { useLiveQuery } from '../hooks/use-live-query';
import { useText } from '../i18n';
import { Banner } from '../ui/Banner';
import { Checkbox, Choices } from '../ui/Field';
import { Consents } from './Consents';
import { LineField, PointsField } from './SavedField';
import { Shortcut } from './Shortcut';
import { Sites } from './Sites';
import { type Save, useSave } from './use-saved';

/** `lock` and `tour` are sections of other features. */
export function SettingsView({ lock = null, tour = null }: { lock?: ComponentChildren; tour?: ComponentChildren }) {
  const db = useDb();
  const text = useText();
  const settings = useLiveQuery(() => getSettings(db), [db]);
  const consents = useLiveQuery(() => listConsents(db), [db]);
  const { save, failure } = useSave();
  return (
    <div class="settings stack-wide page-narrow">
      <h1 tabIndex={-1}>{text.settings.title}</h1>
      {failure !== null && (
        <Banner tone="bad">
          <p>{failure}</p>
        </Banner>
      )}
      {settings.state === 'failed' && <Banner tone="bad" title={text.ui.loadFailed} />}
      {settings.value && (
        <>
          <Look settings={settings.value} save={save} />
          <Following settings={settings.value} save={save} />
          {lock}
          {consents.value && <Consents consents={consents.value} />}
          <Heading settings={settings.value} save={save} />
        </>
      )}
      {tour}
      <Shortcut />
      <Sites sites={SITES} />
    </div>
  );
}

function Look({ settings, save }: { settings: Settings; save: Save }) {
  const text = useText().settings;
  return (
    <section class="card stack" aria-labelledby="look">
      <h2 id="look">{text.appearance}</h2>
      <Choices
        legend={text.language}
        value={settings.language}
        options={[
          { value: 'vi', label: 'Tiếng Việt' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(language) => void save({ language })}
      />
      <Choices
        legend={text.theme}
        value={settings.theme}
        options={[
          { value: 'auto', label: text.themes.auto },
          { value: 'light', label: text.themes.light },
          { value: 'dark', label: text.themes.dark },
        ]}
        onChange={(theme) => void save({ theme })}
      />
      <div>
        <Checkbox
          label={text.largeText}
          hint={text.largeTextHint}
          checked={settings.largeText}
          onChange={(largeText) => void save({ largeText })}
        />
        <Checkbox
          label={text.hideNumbers}
          hint={text.hideNumbersHint}
          checked={settings.hideNumbers}
          onChange={(hideNumbers) => void save({ hideNumbers })}
        />
        <Checkbox
          label={text.neutralLook}
          hint={text.neutralLookHint}
          checked={settings.neutralLook}
          onChange={(neutralLook) => void save({ neutralLook })}
        />
      </div>
    </section>
  );
}

function Following({ settings, save }: { settings: Settings; save: Save }) {
  const text = useText().settings;
  return (
    <section class="card stack" aria-labelledby="following">
      <h2 id="following">{text.reading}</h2>
      <div class="settings-grid">
        <PointsField
          label={text.targetPerMonth}
          hint={text.targetHint}
          kept={settings.targetPerMonth}
          optional
          range={text.leapRange}
          save={(targetPerMonth) => save({ targetPerMonth })}
        />
        <PointsField
          label={text.leapLimit}
          hint={text.leapHint}
          kept={settings.leapLimit}
          range={text.leapRange}
          save={(leapLimit) => save(leapLimit === null ? {} : { leapLimit })}
        />
        <LineField
          label={text.subjectName}
          hint={text.subjectNameHint}
          kept={settings.subjectName}
          save={(subjectName) => save({ subjectName })}
        />
      </div>
    </section>
  );
}

function Heading({ settings, save }: { settings: Settings; save: Save }) {
  const text = useText().settings;
  const { party } = settings;
  const line = (key: keyof Settings['party']) => (
    <LineField label={text[key]} kept={party[key]} save={(value) => save({ party: { ...party, [key]: value } })} />
  );
  return (
    <section class="card stack" aria-labelledby="heading">
      <div>
        <h2 id="heading">{text.header}</h2>
        <p class="soft small">{text.headerHint}</p>
      </div>
      <div class="settings-grid">
        {line('superior')}
        {line('cell')}
        {line('place')}
        {line('secretaryName')}
      </div>
    </section>
  );
}
