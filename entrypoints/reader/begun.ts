/** When this script began: imported first, so that the time its other parts take to be set up is counted too. */
export const BEGUN = performance.now();
