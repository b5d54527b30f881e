/** A finding put into the reader's language; where numbers are hidden, so are its figures. */
import type { Format, Texts } from '@/components/i18n';
import type { Finding } from '@/lib/documents/findings';

export function findingText({ code, facts }: Finding, texts: Texts['documents'], format: Format): string {
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, fact]) => [
      name,
      typeof fact === 'number' ? format.number(fact) : name === 'rate' ? rateText(fact, format) : fact,
    ]),
  );
  return texts.findings[code](shown);
}

/** A rate comes as printed, with a decimal comma. */
function rateText(printed: string, format: Format): string {
  const fraction = Number(printed.replaceAll('.', '').replace(',', '.').replace('%', '')) / 100;
  return Number.isFinite(fraction) ? format.percent(fraction) : printed;
}
