/** Every test of the tracker once more, over locked stores: sealing must change nothing that can be seen from above. */
import './seal-all-stores';
import '../tracker.test';
import './reading-rows.test';
import './subject-pages.test';
import './write-captures.test';
import './write-page-reading.test';
import './write-drafts.test';
import './write-steps.test';
