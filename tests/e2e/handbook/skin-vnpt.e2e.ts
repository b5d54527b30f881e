/** The VNPT skin of the stand-in: every screen and every fault. */
import { describeSkin } from './skin-suite';

describeSkin('vnpt');
