/** Every version of the store still opens. */
import { testMigrations } from '../../suites/test-migrations';

testMigrations();
