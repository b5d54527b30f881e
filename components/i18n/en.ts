/** The English catalogue: a key missing here is a type error. */
import { about } from './en/about';
import { backup } from './en/backup';
import { cell } from './en/cell';
import { data } from './en/data';
import { documents } from './en/documents';
import { desk } from './en/desk';
import { glance } from './en/glance';
import { handin } from './en/handin';
import { help } from './en/help';
import { imports } from './en/imports';
import { lock } from './en/lock';
import { meetings } from './en/meetings';
import { picker } from './en/picker';
import { points } from './en/points';
import { safety } from './en/safety';
import { privacy } from './en/privacy';
import { roster } from './en/roster';
import { rubric } from './en/rubric';
import { settings } from './en/settings';
import { sites } from './en/sites';
import { tally } from './en/tally';
import { teach } from './en/teach';
import { tour } from './en/tour';
import { ui } from './en/ui';
import { welcome } from './en/welcome';
import type { Texts } from './vi';

export const en = {
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
  teach,
  tour,
  meetings,
  sites,
} satisfies Texts;
