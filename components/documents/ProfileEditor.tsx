/** The layout of documents: what a shipped one says and how sure it is; an own copy can be changed, saved, taken out and brought in. */
import { useState } from 'preact/hooks';
import { useFormat, useLanguage, useText } from '@/components/i18n';
import { Banner } from '@/components/ui/Banner';
import { Button } from '@/components/ui/Button';
import { SelectField, TextField } from '@/components/ui/Field';
import { FileField } from '@/components/ui/FileField';
import { type DocProfile, DocProfileError, SPELLINGS, copyDocProfile, parseDocProfile } from '@/lib/model/doc-profile';
import './documents.css';
import { BODY, MARGINS, SIZES, type Typed, typedNumbers, withNumbers, wrongNumbers } from './profile-fields';

interface Props {
  profile: DocProfile;
  /** Shipped layouts are shown, never changed. */
  shipped: boolean;
  /** An id no layout has yet. */
  newId: string;
  /** Keeps an own layout: an edited one, a copy, or one brought in. */
  onSave: (profile: DocProfile) => void;
  /** Hands the layout out as a file. */
  onExport: (profile: DocProfile) => void;
}

export function ProfileEditor(props: Props) {
  const { documents: all } = useText();
  const t = all.profiles;
  const f = useFormat();
  const language = useLanguage();
  const { profile, shipped } = props;
  const { source } = profile;
  return (
    <section class="stack-wide" aria-labelledby="profile-title">
      <div class="stack">
        <h2 id="profile-title">{t.title}</h2>
        <p>
          <strong>{profile.label[language]}</strong> · {t.version(f.number(profile.profileVersion))}
        </p>
        <p class="soft">{source === null ? t.ownSource : t.source(source.number, f.day(source.issued))}</p>
        {source === null ? null : <p class="soft">{source.found[language]}</p>}
        <Certainty profile={profile} />
        {shipped ? (
          <Banner live="off">
            <p>{t.shipped}</p>
          </Banner>
        ) : null}
        <div class="cluster">
          <Button
            kind={shipped ? 'main' : 'plain'}
            icon="plus"
            onClick={() => props.onSave(ownCopy(profile, props.newId, t.copyName))}
          >
            {t.copy}
          </Button>
          <Button icon="download" onClick={() => props.onExport(profile)}>
            {t.exportFile}
          </Button>
        </div>
      </div>
      {/* Another layout starts with its own values. */}
      {shipped ? null : <Fields key={profile.id} {...props} />}
      <Import onSave={props.onSave} newId={props.newId} />
    </section>
  );
}

function ownCopy(profile: DocProfile, id: string, name: (label: string) => string): DocProfile {
  return copyDocProfile(profile, id, { vi: name(profile.label.vi), en: name(profile.label.en) });
}

function Certainty({ profile: { certainty } }: { profile: DocProfile }) {
  const { documents } = useText();
  const t = documents.profiles;
  const language = useLanguage();
  return (
    <details>
      <summary>{t.certainty}</summary>
      <div class="stack">
        <p>{t.overall(t.certainties[certainty.overall])}</p>
        <ul class="finding-list">
          {certainty.parts.map((part) => (
            <li key={part.fields.join()}>
              {part.why[language]} ({t.certainties[part.certainty]})
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}

function Fields({ profile, onSave }: Props) {
  const { documents } = useText();
  const t = documents.profiles;
  const language = useLanguage();
  const [draft, setDraft] = useState(profile);
  const [typed, setTyped] = useState<Typed>(() => typedNumbers(profile));
  const [issues, setIssues] = useState<readonly string[]>([]);
  const wrong = wrongNumbers(typed);
  const number = (path: string, label: string) => (
    <TextField
      key={path}
      label={label}
      inputMode="decimal"
      maxLength={6}
      value={typed[path] ?? ''}
      error={wrong.includes(path) ? t.notANumber : null}
      onInput={(value) => setTyped({ ...typed, [path]: value })}
    />
  );
  const save = () => {
    const made = withNumbers(draft, typed);
    if ('issues' in made) return setIssues(made.issues);
    setIssues([]);
    setDraft(made.profile);
    onSave(made.profile);
  };
  const bodyLabels = { firstLineIndent: t.indent, lineSpacing: t.lineSpacing, spaceAfter: t.spaceAfter };
  return (
    <form
      class="card stack-wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (wrong.length === 0) save();
      }}
    >
      <TextField
        label={t.name}
        value={draft.label[language]}
        maxLength={200}
        onInput={(name) => setDraft({ ...draft, label: { ...draft.label, [language]: name } })}
      />
      <fieldset class="stack">
        <legend class="field-label">{t.paper}</legend>
        <div class="form-row">{MARGINS.map((side) => number(`page.margins.${side}`, t.margins[side]))}</div>
      </fieldset>
      <fieldset class="stack">
        <legend class="field-label">{t.text}</legend>
        <div class="form-row">{BODY.map((part) => number(`body.${part}`, bodyLabels[part]))}</div>
      </fieldset>
      <fieldset class="stack">
        <legend class="field-label">{t.sizes}</legend>
        <div class="form-row">{SIZES.map((size) => number(`fonts.${size}`, t.fonts[size]))}</div>
      </fieldset>
      <Rules draft={draft} onDraft={setDraft} />
      {issues.length === 0 ? null : (
        <Banner tone="bad" title={t.refused}>
          <ul class="finding-list">
            {issues.map((issue) => (
              <li key={issue} class="wrap-anywhere">
                {issue}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <div>
        <Button kind="main" submit disabled={wrong.length > 0}>
          {t.save}
        </Button>
      </div>
    </form>
  );
}

function Rules({ draft, onDraft }: { draft: DocProfile; onDraft: (draft: DocProfile) => void }) {
  const { documents } = useText();
  const t = documents.profiles;
  return (
    <fieldset class="stack">
      <legend class="field-label">{t.rules}</legend>
      <div class="form-row">
        <SelectField
          label={t.spelling}
          value={draft.spelling}
          options={SPELLINGS.map((one) => ({ value: one, label: t.spellings[one] }))}
          onChange={(spelling) => onDraft({ ...draft, spelling })}
        />
        <SelectField
          label={t.endMark}
          value={draft.endMark}
          options={(['.', './.'] as const).map((one) => ({ value: one, label: t.endMarks[one] }))}
          onChange={(endMark) => onDraft({ ...draft, endMark })}
        />
        <SelectField
          label={t.pageNumber}
          value={draft.pageNumber.place}
          options={(['headerCentre', 'none'] as const).map((one) => ({ value: one, label: t.pageNumbers[one] }))}
          onChange={(place) => onDraft({ ...draft, pageNumber: { ...draft.pageNumber, place } })}
        />
        <SelectField
          label={t.numbering}
          value={draft.numbering}
          options={(['typeAndTerm', 'typeAndYear'] as const).map((one) => ({ value: one, label: t.numberings[one] }))}
          onChange={(numbering) => onDraft({ ...draft, numbering })}
        />
      </div>
      <div class="form-row">
        <TextField
          label={t.cellHead}
          value={draft.signature.cell}
          maxLength={60}
          onInput={(cell) => onDraft({ ...draft, signature: { ...draft.signature, cell } })}
        />
        <TextField
          label={t.last}
          value={draft.recipients.lastCell}
          maxLength={60}
          onInput={(lastCell) => onDraft({ ...draft, recipients: { ...draft.recipients, lastCell } })}
        />
      </div>
    </fieldset>
  );
}

function Import({ onSave, newId }: Pick<Props, 'onSave' | 'newId'>) {
  const { documents } = useText();
  const t = documents.profiles;
  const [issues, setIssues] = useState<readonly string[]>([]);
  const read = async (file: File | null) => {
    setIssues([]);
    if (file === null) return;
    try {
      // A file never replaces a layout that is there: it comes in under an id of its own.
      onSave({ ...parseDocProfile(await file.text()), id: newId });
    } catch (error) {
      if (!(error instanceof DocProfileError)) throw error;
      setIssues(error.issues);
    }
  };
  return (
    <FileField
      label={t.importFile}
      hint={t.importHint}
      accept=".json,application/json"
      error={issues.length === 0 ? null : `${t.refused}: ${issues.slice(0, 5).join('; ')}`}
      onFile={(file) => void read(file)}
    />
  );
}
