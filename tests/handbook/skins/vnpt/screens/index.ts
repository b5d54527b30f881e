/** Every route of the VNPT skin with its screen. */
import type { ComponentType } from 'react';
import { Home } from './Home';
import { Attendance } from './Attendance';
import { MeetingDetail, MeetingStep } from './MeetingSteps';
import { Meetings } from './Meetings';
import { Members } from './Members';
import { MENU } from '../menu';
import { Documents, News, Notices, Placeholder, Tasks } from './Office';
import { Organisation } from './Organisation';
import { Points } from './Points';
import { BodyRanking, Ranking } from './Ranking';
import { RatingTree, StatisticsTable } from './RatingTree';
import { Study, StudyArticle, StudyResult } from './Study';

const MEETINGS = '/quanly/congtacdamg/shthuongky';

/** Every address of the menu. */
const MENU_PATHS = MENU.flatMap(({ items }) => items)
  .flatMap((item) => (item.to === undefined ? (item.items ?? []).map(([, to]) => to) : [item.to]))
  .map((to) => to.replace(/\?.*$/, ''));

export const SCREENS: Readonly<Record<string, ComponentType>> = {
  ...Object.fromEntries(MENU_PATHS.map((path) => [path, Placeholder])),
  '/dashboard/default': Home,
  '/dashboard/default10': Ranking,
  '/dashboard/default10/dangbo': BodyRanking,
  '/quanly/diemtichluy': Points,
  '/quanly/dangvien': Members,
  '/quanly/cocautochuc': Organisation,
  '/quanly/hoctapnghiquyet': Study,
  '/quanly/hoctapnghiquyet/chitiet': StudyArticle,
  '/quanly/hoctapnghiquyet/ketqua': StudyResult,
  '/quanly/tintuc': News,
  '/quanly/thongbao': Notices,
  '/quanly/vankien': Documents,
  '/quanly/congviec/tatca': Tasks,
  '/quanly/congtacdamg/nvcuatoi': Tasks,
  [MEETINGS]: Meetings,
  [`${MEETINGS}/chitiet`]: MeetingDetail,
  [`${MEETINGS}/buoc31`]: Attendance,
  ...Object.fromEntries(
    ['buoc1', 'buoc2', 'buoc32', 'buoc33', 'buoc34', 'buoc35', 'buoc36', 'buoc4', 'buoc5'].map((step) => [
      `${MEETINGS}/${step}`,
      MeetingStep,
    ]),
  ),
  '/quanly/thongke/chibo/danhgia': RatingTree,
  '/quanly/thongke/tonghop/thongke7': StatisticsTable,
};
