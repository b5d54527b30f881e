/** Entry of the `quoc-gia` skin: the national handbook, which shows no points anywhere. */
import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { render, unmountComponentAtNode } from 'react-dom';
import { BrowserRouter } from 'react-router-dom';
import './style.css';
import { mount } from '../mount';
import { openSession } from '../session';
import { App } from './App';

const session = openSession();

mount(session, ({ container, styles, nonce }) => {
  const cache = createCache({ key: 'css', container: styles, nonce, speedy: true });
  render(
    <CacheProvider value={cache}>
      <BrowserRouter>
        <App session={session} />
      </BrowserRouter>
    </CacheProvider>,
    container,
  );
  return () => unmountComponentAtNode(container);
});
