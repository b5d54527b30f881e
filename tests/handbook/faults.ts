/** Every fault the stand-in handbook can show, switched on by `?loi=a,b` and cleared by an empty `?loi=`. */

/** One line per fault: id → what it does. `all` applies to every skin that has the screen in question. */
export const FAULTS = {
  cham: 'slow: everything arrives eight times later; the top bar stands with an empty points figure first',
  've-lai': 'the whole page is thrown away and drawn anew every 2.5 s, foreign nodes in body included',
  'chu-sai': 'labels and column heads carry a typo (Đ→D, lũy→luỹ, a doubled blank)',
  'chu-hoa': 'labels and column heads in upper case',
  'chu-nfd': 'labels, column heads and names in decomposed Unicode',
  'trung-ten': 'three members of the cell carry one and the same name',
  'tut-diem': 'every cumulative total is 500 lower than it should be (never below 0)',
  'an-diem': 'the second role sees no points, neither in the top bar nor in tables',
  'het-phien': 'the session ends 1.5 s after the page is ready: a notice, then the sign-in page',
  'doi-vai': 'changing the role swaps unit and data in place; the points follow 0.6 s after the label (no reload)',
  mat: 'one document, one topic, one meeting and one ranking row are stamped MẬT, TỐI MẬT or TUYỆT MẬT',
  'di-dong': 'the mobile layout whatever the width: the bar with the points is hidden, its text stays',
  iframe: 'the whole handbook stands inside an iframe of the same origin',
  'bong-mo': 'the whole handbook stands inside an open shadow root',
  csp: 'a strict Content-Security-Policy header: no inline script or style, no frames, no connections',
  'doi-cot': 'a redesign that swaps the values of the two numeric columns under unchanged heads',
  'doi-thu-tu': 'a redesign that moves the two numeric columns together with their heads',
  'doi-ten-cot': 'heads and labels get other words (Điểm tích lũy → Điểm thi đua, Họ tên → Đồng chí)',
  'dau-cham': 'numbers written with a thousands point: 12.345',
  'dau-cach': 'numbers written with a blank for thousands: 12 345',
  'gan-dung': 'the top bar says "gần 12.000" instead of a number',
} as const;

/** The id of a fault. */
export type Fault = keyof typeof FAULTS;

/** Reads a comma-separated list of faults; unknown ids are an error, so that no test switches on nothing. */
export function parseFaults(list: string): Set<Fault> {
  const faults = new Set<Fault>();
  for (const id of list.split(',').filter((part) => part !== '')) {
    if (!isFault(id)) throw new Error(`unknown fault "${id}"; known: ${Object.keys(FAULTS).join(', ')}`);
    faults.add(id);
  }
  return faults;
}

function isFault(id: string): id is Fault {
  return Object.hasOwn(FAULTS, id);
}
