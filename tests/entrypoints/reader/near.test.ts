/** Which changes count at once: those where something was read, and those that take it away. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../entrypoints/reader/near';

const { window } = new JSDOM(
  '<body><header><b id="points">1</b></header><main><div id="list"><p id="row">x</p></div><aside id="news"><i>y</i></aside></main></body>',
);
const { document } = window;
const at = (id: string): Element => {
  const found = document.getElementById(id);
  if (!found) throw new Error(id);
  return found;
};

describe('placesOf', () => {
  it('keeps the outermost of the elements still there, and the way up from them', () => {
    const gone = document.createElement('p');
    const near = placesOf([at('row'), at('list'), at('points'), gone]);
    expect(near.places.map(({ id }) => id)).toEqual(['list', 'points']);
    const way = near.way.map((node) => node.nodeName);
    expect([...way].sort()).toEqual(['#document', 'BODY', 'HEADER', 'HTML', 'MAIN']);
  });

  it('holds changes inside a place and the loss of one, not changes beside it', () => {
    const near = placesOf([at('list'), at('points')]);
    const main = at('list').parentElement;
    if (!main) throw new Error('no parent');
    const text = at('row').firstChild;
    const news = at('news').firstChild;
    if (!text || !news) throw new Error('no text');
    expect(near.holds({ type: 'characterData', target: text })).toBe(true);
    expect(near.holds({ type: 'attributes', target: at('list') })).toBe(true);
    expect(near.holds({ type: 'characterData', target: news })).toBe(false);
    expect(near.holds({ type: 'childList', target: main, addedNodes: [at('news')] })).toBe(false);
    expect(near.holds({ type: 'childList', target: main, removedNodes: [at('news')] })).toBe(false);
    expect(near.holds({ type: 'childList', target: document.body, removedNodes: [main] })).toBe(true);
  });
});
