/** Trang chủ: four cards, the tasks to do, shares of members and the top users. */
import { Box, Card, Grid as MuiGrid, Icon, IconButton, LinearProgress, MenuItem, Select } from '@mui/material';
import type { ReactElement } from 'react';
import { TASKS, TOPICS } from '../../../data/office';
import { membersOf } from '../../../view';
import { Grid } from '../Grid';
import { Screen } from '../Screen';
import { useSite } from '../site';

function SummaryCard(props: {
  icon: string;
  name: string;
  figure: number;
  unit: string;
  lines: string[];
}): ReactElement {
  return (
    <MuiGrid item xs={12} md={6}>
      <Card elevation={6} className="summary">
        <Box sx={{ display: 'flex', alignItems: 'center' }}>
          <Icon className="icon">{props.icon}</Icon>
          <Box sx={{ ml: 2 }}>
            <Box component="small">{props.name}</Box>
            <div className="div-flex m-2">
              <p className="span-sl-db me-2">{props.figure}</p> <span className="gray01">{props.unit}</span>
            </div>
            {props.lines.map((line) => (
              <p key={line}>
                <span className="ant-badge-status-dot me-2" />
                {line}
              </p>
            ))}
          </Box>
        </Box>
        <IconButton aria-label="Xem chi tiết">
          <Icon>arrow_right_alt</Icon>
        </IconButton>
      </Card>
    </MuiGrid>
  );
}

/** The start screen. */
export function Home(): ReactElement {
  const { view, label, name } = useSite();
  const members = membersOf(view);
  const women = members.filter((member) => member.gender === 'Nữ').length;
  const top = [...members].sort((left, right) => right.uses - left.uses || left.id - right.id).slice(0, 4);
  const candidates = members.filter((member) => member.status === 'Dự bị').length;
  return (
    <Screen title="Trang chủ" bare>
      <MuiGrid container spacing={3}>
        <MuiGrid item xs={12} md={8}>
          <MuiGrid container spacing={3}>
            <SummaryCard
              icon="local_police"
              name="Số lượng Đảng bộ/Chi bộ"
              figure={view.roleIndex === 0 ? 1 : 12}
              unit="Tổng cộng"
              lines={['Số Đảng bộ: 0', 'Số Chi bộ: 12']}
            />
            <SummaryCard
              icon="badge"
              name="Số lượng Đảng viên trong đơn vị"
              figure={members.length}
              unit=""
              lines={['Đảng viên cấp ủy: 4', `Đảng viên dự bị: ${candidates}`]}
            />
            <SummaryCard
              icon="local_play"
              name="Thông tin nhiệm vụ"
              figure={TASKS.length}
              unit="Tổng số nhiệm vụ"
              lines={['Số nhiệm vụ đúng hạn: 4', 'Số nhiệm vụ trễ hạn: 0']}
            />
            <SummaryCard
              icon="work_history"
              name="Học tập nghị quyết"
              figure={TOPICS.length}
              unit="Số câu hỏi / ý kiến"
              lines={['Số câu đã trả lời: 7', 'Số câu chưa trả lời: 2']}
            />
          </MuiGrid>
          <Card elevation={3} sx={{ mt: 3, p: 2 }}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', mb: 1 }}>
              <span className="card-title">Nhiệm vụ cần thực hiện</span>
              <Select size="small" value="this_month">
                <MenuItem value="this_month">Đang xử lý</MenuItem>
              </Select>
            </Box>
            <Box className="box-congviecdangxuly">
              <Grid
                rows={TASKS}
                bordered
                height={330}
                columns={[
                  { key: 'stt', head: 'STT', width: 60, center: true, show: (_, index) => index + 1 },
                  {
                    key: 'unit',
                    head: label('Chi bộ thực hiện'),
                    width: 200,
                    fullText: true,
                    show: (task) => task.unit,
                  },
                  { key: 'title', head: label('Tên công việc'), fullText: true, show: (task) => task.title },
                  { key: 'deadline', head: ` ${label('Thời hạn')}`, width: 120, show: (task) => task.deadline },
                  {
                    key: 'more',
                    head: '',
                    width: 60,
                    className: 'link-group',
                    show: () => (
                      <Icon className="icon icon-search pointer" title="Xem chi tiết ">
                        arrow_right_alt
                      </Icon>
                    ),
                  },
                ]}
              />
            </Box>
          </Card>
        </MuiGrid>
        <MuiGrid item xs={12} md={4}>
          <Card elevation={6} sx={{ p: 2 }}>
            <Box component="small">Giới tính</Box>
            {[`Nam (${members.length - women})`, `Nữ (${women})`].map((text, index) => (
              <MuiGrid container spacing={2} key={text} alignItems="center">
                <MuiGrid item xs={8}>
                  <LinearProgress
                    variant="determinate"
                    value={Math.round(((index === 0 ? members.length - women : women) / members.length) * 100)}
                  />
                </MuiGrid>
                <MuiGrid item xs={4}>
                  <Box component="small">{text}</Box>
                </MuiGrid>
              </MuiGrid>
            ))}
          </Card>
          <Card elevation={6} sx={{ p: 2, mt: 3 }} className="top-users">
            <span className="card-title">Sử dụng nhiều nhất</span>
            {top.map((member) => (
              <Box key={member.id} sx={{ mb: 1 }}>
                <p>
                  <b>{name(member.rawName)}</b> - Sử dụng: {member.uses} lần
                </p>
                <small>{member.unit}</small>
              </Box>
            ))}
          </Card>
        </MuiGrid>
      </MuiGrid>
    </Screen>
  );
}
