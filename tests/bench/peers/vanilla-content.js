/** Peer: a small content script without any library that shows a total in the page. */
const findTotal = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.nodeValue.trim();
    if (!text.startsWith('Điểm tích lũy')) continue;
    const digits = text.replace(/[^0-9]/g, '');
    if (digits !== '') return Number(digits);
  }
  return null;
};
const box = document.createElement('div');
const shadow = box.attachShadow({ mode: 'closed' });
const style = document.createElement('style');
style.textContent =
  ':host{all:initial}.panel{position:fixed;right:0;top:80px;width:340px;padding:16px;background:#fff;color:#111;font:14px sans-serif;border:1px solid #888;border-radius:8px 0 0 8px;box-shadow:0 2px 8px #0004}.big{font-size:28px;font-weight:700}button{font:inherit;padding:4px 12px}';
const panel = document.createElement('div');
panel.className = 'panel';
const title = document.createElement('p');
title.textContent = 'Điểm của tôi';
const figure = document.createElement('p');
figure.className = 'big';
const fold = document.createElement('button');
fold.textContent = 'Thu gọn';
fold.addEventListener('click', () => {
  figure.hidden = !figure.hidden;
  fold.textContent = figure.hidden ? 'Mở ra' : 'Thu gọn';
});
panel.append(title, figure, fold);
shadow.append(style, panel);
const show = () => {
  const total = findTotal();
  figure.textContent = total === null ? '–' : total.toLocaleString('vi-VN');
};
show();
document.documentElement.append(box);
requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('peer-painted')));
