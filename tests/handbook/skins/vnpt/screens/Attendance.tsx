/** Bước 3.1 Điểm danh: four radios a row, all of one name, so that only one input of the page is checked. */
import { Divider, Icon } from '@mui/material';
import { useState, type HTMLAttributes, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { Button, Form, Radio, RadioGroup, Steps } from 'rsuite';
import { ATTENDANCE, attendanceOf, type AttendanceCode } from '../../../data/meetings';
import type { Member } from '../../../data/cells';
import { meetingsView, membersOf } from '../../../view';
import { Grid } from '../Grid';
import { Screen, Toolbar } from '../Screen';
import { useSite } from '../site';
import { BASE, PARTS } from './MeetingSteps';

/** The wrapper of a radio; the rsuite of the observed build still wrote `aria-checked` on it. */
function Choice(props: HTMLAttributes<HTMLDivElement>): ReactElement {
  return <div {...props} aria-checked={props.className?.includes('rs-radio-checked') ?? false} />;
}

function State({ member }: { member: Member }): ReactElement {
  const [code, setCode] = useState<AttendanceCode>(attendanceOf(member));
  return (
    <Form.Group>
      <RadioGroup
        inline
        name="radioList"
        value={code}
        onChange={(next) => setCode(next as AttendanceCode) /* own values */}
      >
        {Object.entries(ATTENDANCE).map(([value, text]) => (
          <Radio key={value} value={value} as={Choice}>
            {text}
          </Radio>
        ))}
      </RadioGroup>
    </Form.Group>
  );
}

/** The attendance list of the meeting of this month. */
export function Attendance(): ReactElement {
  const { view, label, name } = useSite();
  const members = membersOf(view);
  const meeting = meetingsView(view)[1];
  return (
    <Screen title="Sinh hoạt thường kỳ">
      <Toolbar
        left={
          <>
            <Link to={`${BASE}/chitiet`}>
              <Icon className="icon icon-search pointer">arrow_back</Icon>
            </Link>
            <p>
              {`${meeting?.title ?? ''} `}
              <b>/ Bước 3: Diễn biến cuộc họp</b>
            </p>
          </>
        }
      />
      <Divider />
      <Steps current={0} className="pointer">
        {PARTS.map((part) => (
          <Steps.Item key={part} title={part} />
        ))}
      </Steps>
      <Divider>
        <h2 className="t-center pb-2">
          <b>Danh sách điểm danh</b>
        </h2>
      </Divider>
      <Toolbar
        total={members.length}
        left={
          <Button appearance="primary" color="red" className="div-flex bor-ra-3">
            <Icon className="icon icon-search">done</Icon> Tất cả có mặt
          </Button>
        }
      />
      <div>
        <Grid
          rows={members}
          pageSize={30}
          wordWrap
          rowHeight={50}
          className="table table-thongke-cus"
          columns={[
            { key: 'stt', head: 'STT', width: 60, center: true, show: (_, index) => index + 1 },
            {
              key: 'name',
              head: label('Họ tên'),
              width: 260,
              show: (member) => <span className="bg-green0">{name(member.rawName)}</span>,
            },
            { key: 'state', head: label('Trạng thái'), show: (member) => <State key={member.id} member={member} /> },
          ]}
        />
      </div>
      <div className="displayflexcenter pt-4">
        <Link to={`${BASE}/buoc2`}>
          <Button className="div-flex bor-ra-3">
            <Icon className="icon icon-search pointer">arrow_back</Icon> Quay về
          </Button>
        </Link>
        <Button appearance="primary" color="red" className="div-flex bor-ra-3">
          <Icon className="icon icon-search-2">save</Icon> Điểm danh
        </Button>
        <Link to={`${BASE}/buoc32`}>
          <Button className="div-flex bor-ra-3">
            <Icon className="icon icon-search pointer">arrow_forward</Icon> Tiếp tục
          </Button>
        </Link>
      </div>
    </Screen>
  );
}
