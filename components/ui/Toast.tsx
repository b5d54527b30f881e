/** Short messages at the foot of the page: `const toast = useToast(); toast('good', text.ui.saved)`. */
import { type ComponentChildren, createContext } from 'preact';
import { useCallback, useContext, useEffect, useState } from 'preact/hooks';
import { Banner, type Tone } from './Banner';

interface Toast {
  id: number;
  tone: Tone;
  message: string;
}

const ToastContext = createContext<(tone: Tone, message: string) => void>(() => {});
let lastId = 0;

/** Good news leaves by itself after this many ms; warnings and failures stay until closed. */
const SHOWN_MS = 6_000;

export function ToastProvider(props: { children: ComponentChildren }) {
  const [toasts, setToasts] = useState<Toast[]>([]);
  const add = useCallback((tone: Tone, message: string) => {
    const id = ++lastId;
    setToasts((before) => [...before.filter((toast) => toast.message !== message).slice(-2), { id, tone, message }]);
  }, []);
  const drop = useCallback((id: number) => setToasts((before) => before.filter((toast) => toast.id !== id)), []);
  return (
    <ToastContext.Provider value={add}>
      {props.children}
      <div class="toasts">
        {toasts.map((toast) => (
          <OneToast key={toast.id} toast={toast} onClose={drop} />
        ))}
      </div>
    </ToastContext.Provider>
  );
}

function OneToast({ toast, onClose }: { toast: Toast; onClose: (id: number) => void }) {
  const passing = toast.tone === 'good' || toast.tone === 'plain';
  useEffect(() => {
    if (!passing) return;
    const timer = setTimeout(() => onClose(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast.id, passing]);
  return (
    <Banner tone={toast.tone} onClose={() => onClose(toast.id)}>
      <p>{toast.message}</p>
    </Banner>
  );
}

export function useToast(): (tone: Tone, message: string) => void {
  return useContext(ToastContext);
}
