/** Peer: the least a Preact page can show. */
import { h, render } from 'preact';

render(h('p', { class: 'big-figure' }, '1'), document.getElementById('app'));
