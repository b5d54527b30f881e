/** The keyboard shortcut as the browser has it now, and where it is changed. */
import { useEffect, useState } from 'preact/hooks';
import { extensionApi } from '../hooks/extension';
import { useText } from '../i18n';

/** Name of the command in the manifest (wxt.config.ts). */
const COMMAND = 'toggle-panel';

export function Shortcut() {
  const text = useText().settings;
  const [keys, setKeys] = useState<string | null>(null);
  useEffect(() => {
    let left = false;
    extensionApi()
      ?.commands?.getAll()
      .then(
        (commands) => {
          if (!left) setKeys(commands.find((command) => command.name === COMMAND)?.shortcut ?? '');
        },
        () => setKeys(''),
      );
    return () => void (left = true);
  }, []);
  if (keys === null) return null;
  return (
    <section class="card stack-tight" aria-labelledby="shortcut">
      <h2 id="shortcut">{text.shortcut}</h2>
      <p>{keys === '' ? text.shortcutNone : text.shortcutIs(keys)}</p>
      <p>{text.shortcutHide}</p>
      {keys !== '' && <p class="soft small">{text.shortcutChange}</p>}
    </section>
  );
}
