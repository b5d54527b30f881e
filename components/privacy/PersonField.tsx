/** Who it is about: a typed name, tied to the right member of the roster, or said to be on no roster. */
import { useMemo } from 'preact/hooks';
import { useText } from '@/components/i18n';
import { Choices, TextField } from '@/components/ui/Field';
import type { Member } from '@/lib/model/member';
import type { PersonRef } from '@/lib/model/person';
import { looseNameKey, nameKey } from '@/lib/vi/names';
import { cleanText } from '@/lib/vi/text';

/** What stands in the field: `choice` is a member's id, `other`, or '' while nothing is chosen. */
export interface PersonEntry {
  name: string;
  choice: string;
}

const SHOWN = 6;

// Ten thousand names are folded once, not at every letter typed.
const folded = new WeakMap<Member, string[]>();

/** The person meant, or null while the entry does not say who. */
export function personOf(entry: PersonEntry, members: readonly Member[]): PersonRef | null {
  const name = cleanText(entry.name);
  if (name === '') return null;
  const found = matching(entry.name, members);
  const chosen = found.find(({ id }) => id === entry.choice);
  if (chosen) return { memberId: chosen.id, name: chosen.name };
  return found.length === 0 || entry.choice === 'other' ? { memberId: null, name } : null;
}

export function PersonField(props: {
  entry: PersonEntry;
  members: readonly Member[];
  /** Tells what is missing; false before the person tried to go on. */
  tried: boolean;
  onChange: (entry: PersonEntry) => void;
}) {
  const { entry, members, tried, onChange } = props;
  const { privacy: t } = useText();
  const found = useMemo(() => matching(entry.name, members), [entry.name, members]);
  const missing =
    cleanText(entry.name) === '' ? t.personNeeded : personOf(entry, members) === null ? t.personChoose : null;
  return (
    <div class="stack-tight">
      <TextField
        label={t.person}
        hint={t.personHint}
        maxLength={200}
        value={entry.name}
        error={tried ? missing : null}
        onInput={(name) => {
          // The one member of exactly this name is proposed; of several nobody is.
          const exact = matching(name, members).filter((one) => nameKey(one.name) === nameKey(name));
          onChange({ name, choice: exact.length === 1 ? (exact[0]?.id ?? '') : '' });
        }}
      />
      {found.length > 0 ? (
        <Choices
          legend={t.personWho}
          value={entry.choice}
          options={[
            ...found.map((one) => ({ value: one.id, label: labelOf(one, t.removedMark) })),
            { value: 'other', label: t.personOther },
          ]}
          onChange={(choice) => onChange({ ...entry, choice })}
        />
      ) : null}
    </div>
  );
}

function matching(name: string, members: readonly Member[]): Member[] {
  const wanted = looseNameKey(name);
  if (wanted === '') return [];
  const rank = (one: Member) => (nameKey(one.name) === nameKey(name) ? 0 : 1);
  return members
    .filter((one) => foldedNames(one).some((spelling) => spelling.includes(` ${wanted}`)))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, SHOWN);
}

function foldedNames(member: Member): string[] {
  const known = folded.get(member);
  if (known) return known;
  const names = [member.name, ...member.otherNames].map((spelling) => ` ${looseNameKey(spelling)}`);
  folded.set(member, names);
  return names;
}

function labelOf(member: Member, removedMark: string): string {
  const facts = [member.code, member.unit, member.removedAt === null ? null : removedMark];
  return [member.name, ...facts].filter((part) => part !== null).join(' · ');
}
