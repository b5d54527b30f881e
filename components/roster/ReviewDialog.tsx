/** The review step in a dialog, for lists that need no file to be read first. */
import { downloadFile } from '@/components/export/download';
import { useText } from '@/components/i18n';
import { Dialog } from '@/components/ui/Dialog';
import { ReviewStep } from './ReviewStep';

type Props = Omit<Parameters<typeof ReviewStep>[0], 'onTakeAway'>;

export function ReviewDialog(props: Props) {
  const { tally: t } = useText();
  return (
    <Dialog title={t.lists} size="wide" onClose={props.onBack}>
      <ReviewStep
        {...props}
        onTakeAway={(items) =>
          downloadFile(`${JSON.stringify(items, null, 2)}\n`, 'phan-chua-luu.json', 'application/json')
        }
      />
    </Dialog>
  );
}
