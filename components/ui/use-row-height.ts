/** Height of one list row in px, as the text size in use sets it (`--row`). */
import { useEffect, useState } from 'preact/hooks';

const NORMAL = 44;
const LARGE = 55;

function current(): number {
  return document.documentElement.dataset.text === 'large' ? LARGE : NORMAL;
}

export function useRowHeight(): number {
  const [height, setHeight] = useState(current);
  useEffect(() => {
    const observer = new MutationObserver(() => setHeight(current()));
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-text'] });
    return () => observer.disconnect();
  }, []);
  return height;
}
