/** Saves one change of the settings at once and says so; when it fails the edit stays on screen with the reason. */
import { useState } from 'preact/hooks';
import type { SettingsPatch } from '@/lib/model/settings';
import { act } from '../hooks/use-actions';
import { useText } from '../i18n';
import { useToast } from '../ui/Toast';

export type Save = (patch: SettingsPatch) => Promise<boolean>;

export function useSave(): { save: Save; failure: string | null } {
  const text = useText();
  const toast = useToast();
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (patch: SettingsPatch) => {
    const reply = await act({ type: 'saveSettings', patch });
    setFailure(reply.ok ? null : text.ui.errors[reply.code]);
    if (reply.ok) toast('good', text.settings.saved);
    return reply.ok;
  };
  return { save, failure };
}
