/** Điểm tích lũy: the member's own points with the days that brought them. */
import type { ReactElement } from 'react';
import { pointEvents } from '../../../data/meetings';
import { ownPoints } from '../../../view';
import { Grid } from '../Grid';
import { Screen } from '../Screen';
import { useSite } from '../site';

/** The own points. */
export function Points(): ReactElement {
  const { view, label, number } = useSite();
  const total = ownPoints(view);
  const events = pointEvents(view.today, 45, (day) => ownPoints(view, day));
  return (
    <Screen title="Điểm tích lũy">
      {total === null ? (
        <p>Vai trò này không có điểm</p>
      ) : (
        <>
          <p className="own-points">
            {label('Tổng điểm')}: <b>{number(total)}</b>
          </p>
          <Grid
            rows={events}
            pageSize={30}
            columns={[
              { key: 'stt', head: 'STT', width: 60, center: true, show: (_, index) => index + 1 },
              { key: 'day', head: label('Ngày'), width: 120, show: (event) => event.day },
              { key: 'reason', head: label('Nội dung'), show: (event) => event.reason },
              { key: 'points', head: label('Điểm'), width: 100, show: (event) => `+${event.points}` },
              { key: 'after', head: label('Điểm tích lũy'), width: 150, show: (event) => number(event.totalAfter) },
            ]}
          />
        </>
      )}
    </Screen>
  );
}
