/** The Vietnamese catalogue: the source of every key. */
import { backup } from './vi/backup';
import { cell } from './vi/cell';
import { data } from './vi/data';
import { glance } from './vi/glance';
import { handin } from './vi/handin';
import { imports } from './vi/imports';
import { lock } from './vi/lock';
import { meetings } from './vi/meetings';
import { picker } from './vi/picker';
import { points } from './vi/points';
import { safety } from './vi/safety';
import { privacy } from './vi/privacy';
import { settings } from './vi/settings';
import { sites } from './vi/sites';
import { tally } from './vi/tally';
import { teach } from './vi/teach';
import { ui } from './vi/ui';
import { welcome } from './vi/welcome';

export const vi = {
  ui,
  glance,
  handin,
  imports,
  lock,
  welcome,
  safety,
  settings,
  points,
  tally,
  cell,
  data,
  privacy,
  backup,
  picker,
  sites,
  teach,
  meetings,
};

/** Every text of the interface; English must have the same keys. */
export type Texts = typeof vi;
