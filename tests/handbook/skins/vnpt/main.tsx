/** Entry of the `vnpt` skin: React 17, MUI 5 and rsuite 5 behind a history router. */
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { render, unmountComponentAtNode } from 'react-dom';
import { BrowserRouter } from 'react-router-dom';
import { CustomProvider } from 'rsuite';
import 'rsuite/dist/rsuite.min.css';
import './style.css';
import { mount } from '../mount';
import { openSession } from '../session';
import { App } from './App';

const session = openSession();

mount(session, ({ container, styles, nonce }) => {
  const cache = createCache({ key: 'css', container: styles, nonce, speedy: true });
  render(
    <CacheProvider value={cache}>
      <CustomProvider csp={{ nonce }}>
        <BrowserRouter>
          <App session={session} />
        </BrowserRouter>
      </CustomProvider>
    </CacheProvider>,
    container,
  );
  return () => unmountComponentAtNode(container);
});
