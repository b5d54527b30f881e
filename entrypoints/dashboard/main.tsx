/** The dashboard page: sets Zod up, then loads everything else, so that no schema is made before. */
import { setUpZod } from './setup';

setUpZod();
// A static import would put schemas into shared chunks that run before this line.
void import('./show').then(({ showDashboard }) => showDashboard(document));
