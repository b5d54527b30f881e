/** Entry of the `ptit` skin: Ant Design 5 behind a history router; a role change reloads the page. */
import { StyleProvider } from '@ant-design/cssinjs';
import { ConfigProvider } from 'antd';
import viVN from 'antd/locale/vi_VN';
import { render, unmountComponentAtNode } from 'react-dom';
import { BrowserRouter } from 'react-router-dom';
import './style.css';
import { mount } from '../mount';
import { openSession } from '../session';
import { App } from './App';

const session = openSession();
// This family writes numbers with a thousands point.
if (!session.faults.has('dau-cach')) session.faults.add('dau-cham');

mount(session, ({ container, styles, nonce }) => {
  const shadow = styles instanceof ShadowRoot ? styles : undefined;
  render(
    <StyleProvider container={shadow ?? document.head}>
      <ConfigProvider
        locale={viVN}
        csp={{ nonce }}
        getPopupContainer={() => container}
        theme={{ token: { colorPrimary: '#a8071a' } }}
      >
        <BrowserRouter>
          <App session={session} />
        </BrowserRouter>
      </ConfigProvider>
    </StyleProvider>,
    container,
  );
  return () => unmountComponentAtNode(container);
});
