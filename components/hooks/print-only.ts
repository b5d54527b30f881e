/** Prints one part of a page: everything that neither holds it nor lies in it stays off the paper (print.css). */
export function printOnly(part: Element): void {
  part.setAttribute('data-print-only', '');
  addEventListener('afterprint', () => part.removeAttribute('data-print-only'), { once: true });
  print();
}
