/** The Vietnamese catalogue: the source of every key. */
import { about } from './vi/about';
import { backup } from './vi/backup';
import { cell } from './vi/cell';
import { data } from './vi/data';
import { documents } from './vi/documents';
import { desk } from './vi/desk';
import { glance } from './vi/glance';
import { handin } from './vi/handin';
import { help } from './vi/help';
import { imports } from './vi/imports';
import { lock } from './vi/lock';
import { meetings } from './vi/meetings';
import { picker } from './vi/picker';
import { points } from './vi/points';
import { safety } from './vi/safety';
import { privacy } from './vi/privacy';
import { roster } from './vi/roster';
import { rubric } from './vi/rubric';
import { settings } from './vi/settings';
import { sites } from './vi/sites';
import { tally } from './vi/tally';
import { teach } from './vi/teach';
import { tour } from './vi/tour';
import { ui } from './vi/ui';
import { welcome } from './vi/welcome';

export const vi = {
  ui,
  documents,
  glance,
  handin,
  help,
  imports,
  lock,
  welcome,
  safety,
  settings,
  points,
  roster,
  tally,
  about,
  cell,
  desk,
  data,
  privacy,
  rubric,
  backup,
  picker,
  sites,
  teach,
  tour,
  meetings,
};

/** Every text of the interface; English must have the same keys. */
export type Texts = typeof vi;
