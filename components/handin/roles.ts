/** Who can open what is sealed for a card, in words. */
import type { Texts } from '@/components/i18n';
import type { RecipientCard } from '@/lib/model/hand-in';

export function rolesOf({ recipients }: RecipientCard, t: Texts['handin']): string {
  return [...new Set(recipients.map(({ role }) => t.roles[role]))].join(', ');
}
