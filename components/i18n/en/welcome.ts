/** English words of the first-run screen; the texts under `consents` are what a consent records, word for word. */
import type { welcome as vi } from '../vi/welcome';

export const welcome = {
  title: 'Before you start',
  lead: 'Sổ tay đồng hành keeps the cumulative points you see on your e-handbook page, on your own computer. Please read for a minute, then decide.',
  notAffiliated:
    'This is independent software, not part of and not made by the Party, Viettel, VNPT, MobiFone or PTIT. Its figures are for reference and do not replace those of the system.',
  readsTitle: 'What it reads',
  reads: [
    'Your cumulative points, name, role and unit, just as the handbook page shows them.',
    'If you agree separately: the lists of the cell that you open, such as the ranking or the members.',
  ],
  neverTitle: 'What it never does',
  never: [
    'It never clicks, scrolls, fills in or sends anything for you; it does not help to gain points.',
    'It sends no data anywhere: there is no server and no tracking.',
    'It does not read passwords, ID card or phone numbers, birth dates, home towns or Party card numbers.',
    'It does not read pages or rows marked Mật, Tối mật or Tuyệt mật.',
    'It does not run on any other site.',
  ],
  sensitiveTitle: 'Sensitive data',
  sensitive:
    'Being a member, the points and the study habits tell a person’s political views, so the law treats them as sensitive personal data. Anyone who can use this computer and your account on it can see them.',
  storedTitle: 'Where it is kept, how to stop',
  stored:
    'Everything is in the browser on this computer and nowhere else. You can withdraw your consent at any time under “Settings” and see or erase everything under “Data”. Withdrawing stops the reading; what was kept stays until you erase it.',
  decideTitle: 'Your decision',
  decideHint: 'Each matter is asked separately. Not ticked means not agreed.',
  consents: {
    ownPoints: {
      label: 'Keep my points',
      text: 'I agree that Sổ tay đồng hành reads my cumulative points, name, role and unit on the e-handbook page and keeps them on this computer, so that I can follow my own points. I know that this is sensitive personal data and that I can withdraw my consent at any time.',
    },
    cellLists: {
      label: 'Keep the lists of the cell',
      text: 'I agree that Sổ tay đồng hành reads the lists of the cell that I open on the handbook page (name, code, role, points, rank) and keeps them on this computer, to draw up the tally of the cell. I am responsible for the sensitive data of others, use it for this alone and can withdraw my consent at any time.',
      hint: 'Needed only by the secretary and the cell committee. Optional.',
    },
    meetingLists: {
      label: 'Keep the calendar of meetings and the roll',
      text: 'I agree that Sổ tay đồng hành reads the calendar of meetings and the roll-call that I open on the handbook page (title, time, place, chair; name, present or absent, reason) and keeps them on this computer, to plan the meetings of the cell and draw up their minutes. The text of minutes and opinions on the handbook page is not read. I am responsible for the sensitive data of others, use it for this alone and can withdraw my consent at any time.',
      hint: 'Needed only by the secretary and the cell committee. Optional.',
    },
  },
  agree: 'Record my decision',
  agreeNeeds: 'Tick at least one box if you agree. If you do not, just close this page: nothing will be kept.',
  later: 'Later',
  given: 'Recorded. You can now open the handbook page and use it as usual.',
  alreadyGiven: (when: string) => `You agreed at ${when}.`,
  failed: 'Your decision could not be recorded.',
} satisfies typeof vi;
