/** Học tập nghị quyết: the topics, one article, and the result of its quiz. */
import type { ReactElement } from 'react';
import { Link, useLocation, useNavigate } from 'react-router-dom';
import { Button } from 'rsuite';
import { TOPICS, type Topic } from '../../../data/office';
import { topicsOf } from '../../../view';
import { Grid } from '../Grid';
import { Screen, Toolbar } from '../Screen';
import { useSite } from '../site';

const BASE = '/quanly/hoctapnghiquyet';

/** The topics: two columns, nothing about having studied. */
export function Study(): ReactElement {
  const { view, label } = useSite();
  const navigate = useNavigate();
  const topics = topicsOf(view);
  return (
    <Screen title="Học tập nghị quyết">
      <Toolbar total={topics.length} />
      <Grid
        rows={topics}
        rowHeight={50}
        pageSize={30}
        className="table table-pointer"
        onRow={(topic) => navigate(`${BASE}/chitiet`, { state: topics.indexOf(topic) })}
        columns={[
          { key: 'stt', head: 'STT', width: 200, center: true, show: (_, index) => index + 1 },
          {
            key: 'title',
            head: label('Chủ đề'),
            show: (topic) => (
              <div className="div-flex">
                <i className="topic-mark me-2" />
                {` ${topic.title}`}
              </div>
            ),
          },
        ]}
      />
    </Screen>
  );
}

function useTopic(): { topic: Topic | undefined; index: number } {
  const { view } = useSite();
  const state: unknown = useLocation().state;
  const index = typeof state === 'number' ? state : 0;
  return { topic: topicsOf(view)[index] ?? TOPICS[0], index };
}

/** The article of a topic. */
export function StudyArticle(): ReactElement {
  const { topic, index } = useTopic();
  return (
    <Screen title="Học tập nghị quyết">
      <h3>{topic?.title}</h3>
      <p>{topic?.article}</p>
      <Link to={`${BASE}/ketqua`} state={index}>
        <Button appearance="primary">Kết quả bài kiểm tra</Button>
      </Link>
    </Screen>
  );
}

/** What the quiz brought. */
export function StudyResult(): ReactElement {
  const { label } = useSite();
  const { topic } = useTopic();
  return (
    <Screen title="Kết quả bài kiểm tra">
      <h3>{topic?.title}</h3>
      {topic === undefined || topic.right === null ? (
        <p>Đồng chí chưa làm bài kiểm tra</p>
      ) : (
        <>
          <p>{`${label('Số câu đúng')}: ${topic.right}/15`}</p>
          <p>{`${label('Điểm bài kiểm tra')}: ${((topic.right / 15) * 10).toFixed(1).replace('.', ',')}`}</p>
          <p>{`${label('Thời gian nộp')}: ${topic.submitted}`}</p>
        </>
      )}
    </Screen>
  );
}
