/** The rescue page: sets Zod up, then loads everything else, so that no schema is made before. */
import { setUpZod } from '../dashboard/setup';

setUpZod();
void import('./show').then(({ showRescue }) => showRescue(document));
