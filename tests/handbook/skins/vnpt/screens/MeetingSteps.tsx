/** The five steps of a meeting apart from the attendance list. */
import { Icon } from '@mui/material';
import type { ReactElement } from 'react';
import { Link, useLocation } from 'react-router-dom';
import { Button, Steps } from 'rsuite';
import { TASKS } from '../../../data/office';
import { meetingsView } from '../../../view';
import { Grid } from '../Grid';
import { Screen } from '../Screen';
import { useSite } from '../site';

export const BASE = '/quanly/congtacdamg/shthuongky';
/** The parts of step 3, routes buoc31 to buoc36. */
export const PARTS = ['Điểm danh', 'Diễn biến cuộc họp', 'Biên bản cuộc họp', 'Giao nhiệm vụ', 'Chấm điểm', 'Tổng kết'];

const STEPS: readonly (readonly [route: string, title: string, fields: readonly string[]])[] = [
  ['buoc1', 'Bước 1: Chuẩn bị tài liệu họp', ['Thời gian bắt đầu', 'Thời gian kết thúc', 'Địa điểm', 'Chủ trì cuộc họp',
    'Thư ký', 'Nội dung sinh hoạt', 'Thông báo nội bộ tháng 11', 'Tài liệu cấp trên', 'Tài liệu đính kèm',
    'Danh sách khách mời', 'Đường dẫn họp trực tuyến']], // prettier-ignore
  ['buoc2', 'Bước 2: Tiếp nhận ý kiến kiến nghị', ['Người gửi', 'Nội dung', 'Tài liệu đính kèm']],
  ['buoc31', 'Bước 3: Diễn biến cuộc họp', PARTS],
  ['buoc4', 'Bước 4: Ban hành nghị quyết', ['Loại', 'Số tài liệu', 'Sở cứ', 'Ngày ban hành']],
  ['buoc5', 'Bước 5: Theo dõi nhiệm vụ', ['Tên công việc', 'Chi bộ thực hiện', 'Thời hạn']],
];

/** The meeting with a link to each step. */
export function MeetingDetail(): ReactElement {
  const { view } = useSite();
  const meeting = meetingsView(view)[1];
  return (
    <Screen title="Sinh hoạt thường kỳ">
      <p>
        {`${meeting?.title ?? ''} `}
        <b>/ {meeting?.state}</b>
      </p>
      <Steps current={2} vertical>
        {STEPS.map(([route, title]) => (
          <Steps.Item key={route} title={<Link to={`${BASE}/${route}`}>{title}</Link>} />
        ))}
      </Steps>
    </Screen>
  );
}

/** One step: its fields, and at step 5 the tasks. */
export function MeetingStep(): ReactElement {
  const { view, label } = useSite();
  const { pathname } = useLocation();
  const route = pathname.slice(BASE.length + 1);
  const at = STEPS.findIndex(([name]) => name === (route.startsWith('buoc3') ? 'buoc31' : route));
  const [, title = '', fields = []] = STEPS[at] ?? [];
  const meeting = meetingsView(view)[1];
  const values: Record<string, string | undefined> = {
    'Thời gian bắt đầu': meeting?.start,
    'Thời gian kết thúc': meeting?.end,
    'Địa điểm': meeting?.place,
    'Nội dung sinh hoạt': meeting?.content,
  };
  const next = STEPS[at + 1];
  return (
    <Screen title="Sinh hoạt thường kỳ">
      <p>
        {`${meeting?.title ?? ''} `}
        <b>/ {title}</b>
      </p>
      {route.startsWith('buoc3') && (
        <Steps current={Number(route.slice(5)) - 1} className="pointer">
          {PARTS.map((part) => (
            <Steps.Item key={part} title={part} />
          ))}
        </Steps>
      )}
      {route === 'buoc5' ? (
        <Grid
          rows={TASKS}
          columns={[
            { key: 'stt', head: 'STT', width: 60, center: true, show: (_, index) => index + 1 },
            { key: 'title', head: label('Tên công việc'), show: (task) => task.title },
            { key: 'unit', head: label('Chi bộ thực hiện'), width: 220, show: (task) => task.unit },
            { key: 'deadline', head: label('Thời hạn'), width: 120, show: (task) => task.deadline },
          ]}
        />
      ) : (
        fields.map((field) => (
          <p key={field}>
            <b>{label(field)}: </b>
            {values[field] ?? 'Chưa cập nhật'}
          </p>
        ))
      )}
      {next && (
        <Link to={`${BASE}/${next[0]}`}>
          <Button className="div-flex bor-ra-3">
            <Icon className="icon icon-search pointer">arrow_forward</Icon> Tiếp tục
          </Button>
        </Link>
      )}
    </Screen>
  );
}
