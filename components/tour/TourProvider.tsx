/** Holds the tour while it goes from view to view; however it ends, it is not offered again. */
import { type ComponentChildren, createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { act } from '@/components/hooks/use-actions';
import { useText } from '@/components/i18n';
import { useToast } from '@/components/ui/Toast';
import { TourDialog } from './TourDialog';

interface TourControl {
  start: () => void;
  /** Not offered again; it can still be started from the settings. */
  decline: () => void;
  /** True from the moment it ended or was declined, before the store says so. */
  over: boolean;
}

const TourContext = createContext<TourControl>({ start: () => {}, decline: () => {}, over: false });

export const useTour = () => useContext(TourContext);

export function TourProvider({ children }: { children: ComponentChildren }) {
  const { tour: t } = useText();
  const toast = useToast();
  const [running, setRunning] = useState(false);
  const [over, setOver] = useState(false);
  const end = () => {
    setRunning(false);
    setOver(true);
    void act({ type: 'saveSettings', patch: { tourSeen: true } });
  };
  const decline = () => {
    end();
    toast('plain', t.againIn);
  };
  return (
    <TourContext.Provider value={{ start: () => setRunning(true), decline, over }}>
      {children}
      {running ? <TourDialog onLeave={decline} onDone={end} /> : null}
    </TourContext.Provider>
  );
}
