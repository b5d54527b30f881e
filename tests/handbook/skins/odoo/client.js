/* Shows the list the hash names, a moment after it changed, as a client-side web client does. */
(() => {
  const manager = document.querySelector('.o_action_manager');
  const show = () => {
    const wanted = new URLSearchParams(location.hash.slice(1));
    const id = `${wanted.get('action') ?? 'xep_hang'}-${wanted.get('offset') ?? '0'}`;
    setTimeout(() => {
      const template = document.getElementById(id);
      manager.replaceChildren(template ? template.content.cloneNode(true) : '');
    }, 200);
  };
  addEventListener('hashchange', show);
  show();
})();
