/** The steps of the tour and the address of the view each one shows. */
export const TOUR_STEPS = ['roster', 'bring', 'tally', 'meetings', 'reports'] as const;
export type TourStep = (typeof TOUR_STEPS)[number];

export const STEP_HASH: Record<TourStep, string> = {
  roster: '#/cell/roster',
  bring: '#/cell/bring',
  tally: '#/cell/tally',
  meetings: '#/meetings',
  reports: '#/reports',
};
