/** What a hostile script in the handbook's own page can try to learn what the overlay shows; runs inside that page. */

/** Put into the page before its first script: writes down whatever passes by afterwards. */
export function eavesdrop(): void {
  const log: string[] = [];
  (globalThis as unknown as { overheard: string[] }).overheard = log;
  const tell = (what: string, ...parts: unknown[]) => {
    try {
      log.push(
        `${what} ${parts.map((part) => (part instanceof Node ? part.nodeName + (part as Element).outerHTML : String(part))).join(' ')}`,
      );
    } catch {
      log.push(what);
    }
  };
  const wrap = (owner: object, name: string) => {
    const original = Reflect.get(owner, name) as unknown;
    if (typeof original !== 'function') return;
    Object.defineProperty(owner, name, {
      configurable: true,
      writable: true,
      value(this: unknown, ...args: unknown[]) {
        const result = Reflect.apply(original, this, args) as unknown;
        // Only what somebody else's code hands over is of interest; the page's own calls are noise with no stored value in them.
        tell(
          name,
          ...args,
          result instanceof ShadowRoot ? 'shadow root!' : '',
          new Error('here').stack?.includes('chrome-extension') ? 'from extension' : '',
        );
        return result;
      },
    });
  };
  for (const name of [
    'attachShadow',
    'setAttribute',
    'append',
    'prepend',
    'insertAdjacentElement',
    'getBoundingClientRect',
    'checkVisibility',
  ])
    wrap(Element.prototype, name);
  for (const name of ['appendChild', 'insertBefore', 'removeChild', 'contains']) wrap(Node.prototype, name);
  for (const name of [
    'createElement',
    'createElementNS',
    'querySelector',
    'querySelectorAll',
    'elementFromPoint',
    'importNode',
  ])
    wrap(Document.prototype, name);
  for (const name of ['addEventListener', 'dispatchEvent']) wrap(EventTarget.prototype, name);
  for (const name of [
    'postMessage',
    'fetch',
    'open',
    'requestIdleCallback',
    'setTimeout',
    'getComputedStyle',
    'matchMedia',
  ])
    wrap(globalThis, name);
  for (const name of ['parse', 'stringify']) wrap(JSON, name);
  for (const name of ['format']) wrap(Intl.NumberFormat.prototype, name);
  for (const name of ['toLocaleString', 'toString', 'toFixed']) wrap(Number.prototype, name);
  for (const name of ['push', 'map', 'join']) {
    const original = Reflect.get(Array.prototype, name) as (...args: unknown[]) => unknown;
    Object.defineProperty(Array.prototype, name, {
      configurable: true,
      writable: true,
      value(this: unknown[], ...args: unknown[]) {
        // Array methods are used by this very log: only texts of some length are looked at, without the log's own.
        if (this !== log && name === 'push' && typeof args[0] === 'string') Reflect.apply(original, log, [args[0]]);
        return Reflect.apply(original, this, args);
      },
    });
  }
  for (const key of ['src', 'srcdoc', 'name']) {
    const own = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, key);
    Object.defineProperty(HTMLIFrameElement.prototype, key, {
      configurable: true,
      get(this: unknown) {
        return own?.get?.call(this) as unknown;
      },
      set(this: unknown, value: unknown) {
        tell(`iframe ${key}`, value);
        own?.set?.call(this, value);
      },
    });
  }
  Object.defineProperty(Object.prototype, 'pendingId', {
    configurable: true,
    set: (value) => tell('pendingId', value),
    get: () => undefined,
  });
  for (const type of [
    'message',
    'messageerror',
    'error',
    'unhandledrejection',
    'focus',
    'blur',
    'focusin',
    'focusout',
    'click',
    'pointerdown',
    'pointermove',
    'load',
    'resize',
    'scroll',
    'beforeprint',
    'afterprint',
    'storage',
    'securitypolicyviolation',
    'selectionchange',
    'copy',
    'animationstart',
    'transitionrun',
    'visibilitychange',
    'slotchange',
    'popstate',
    'hashchange',
    'toggle',
    'contentvisibilityautostatechange',
  ]) {
    addEventListener(
      type,
      (event) => {
        const { data, detail, message, blockedURI, sourceFile } = event as unknown as Record<string, unknown>;
        const path = event
          .composedPath()
          .map((node) => (node instanceof Element ? node.outerHTML.slice(0, 200) : String(node)));
        tell(`event ${type}`, JSON.stringify({ data, detail, message, blockedURI, sourceFile }), path.length);
      },
      true,
    );
  }
  new MutationObserver((records) => {
    for (const { addedNodes, target, attributeName } of records) tell('mutation', target, attributeName, ...addedNodes);
  }).observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
  try {
    new PerformanceObserver((list) =>
      list.getEntries().forEach((entry) => tell('performance', JSON.stringify(entry))),
    ).observe({
      entryTypes: [...PerformanceObserver.supportedEntryTypes],
    });
    new (
      globalThis as unknown as {
        ReportingObserver: new (
          report: (list: { body: unknown; toJSON(): object }[]) => void,
          options: object,
        ) => { observe(): void };
      }
    ).ReportingObserver((list) => list.forEach((report) => tell('report', JSON.stringify(report))), {
      buffered: true,
    }).observe();
  } catch {
    tell('no observers');
  }
}

/** Tries everything; gives each attempt with what it learned, as text. `urls` are static addresses of the extension's files. */
export async function probe([secrets, urls]: [string[], string[]]): Promise<{ name: string; learned: string }[]> {
  const results: { name: string; learned: string }[] = [];
  const host = document.documentElement.lastElementChild as HTMLElement;
  const page = window as unknown as Record<string, unknown> & { find(...args: unknown[]): boolean };
  const attempt = async (name: string, work: () => unknown) => {
    let learned: unknown;
    try {
      learned = await Promise.race([work(), new Promise((resolve) => setTimeout(() => resolve('no answer'), 900))]);
    } catch (error) {
      learned = `refused: ${String(error)}`;
    }
    let text: string;
    try {
      text = typeof learned === 'string' ? learned : JSON.stringify(learned);
    } catch {
      text = String(learned);
    }
    results.push({ name, learned: text ?? '' });
  };
  // A secret looked for by name is answered with yes or no: "FOUND" is a leak.
  const yes = (found: unknown) => (found ? 'FOUND' : 'no');

  for (const secret of secrets) {
    await attempt(
      `find ${secret}`,
      () => (getSelection()?.removeAllRanges(), yes(page.find(secret, false, false, true, false, true, false))),
    );
    await attempt(`find backwards ${secret}`, () => yes(page.find(secret, false, true, true, false, true, false)));
    await attempt(`find whole word ${secret}`, () => yes(page.find(secret, true, false, true, true, true, false)));
    await attempt(`xpath ${secret}`, () =>
      yes(
        document.evaluate(`//*[contains(., "${secret}")]`, document, null, XPathResult.BOOLEAN_TYPE, null).booleanValue,
      ),
    );
    await attempt(`text fragment ${secret}`, () => {
      location.hash = `:~:text=${encodeURIComponent(secret)}`;
      return new Promise((resolve) =>
        setTimeout(() => resolve(yes(document.querySelector(':target-text') !== null || scrollY > 0)), 60),
      );
    });
    await attempt(`attribute selectors ${secret}`, () =>
      yes(
        ['title', 'aria-label', 'alt', 'value', 'src', 'name', 'id', 'class', 'data-total'].some((key) =>
          document.querySelector(`[${key}*="${secret}"]`),
        ),
      ),
    );
    await attempt(`highlight ${secret}`, () => {
      const { highlights } = CSS as unknown as { highlights?: Map<string, unknown> };
      return highlights === undefined ? 'none' : [...highlights.keys()].join();
    });
  }

  await attempt('innerText', () => document.documentElement.innerText);
  await attempt('textContent', () => document.documentElement.textContent);
  await attempt('outerHTML', () => document.documentElement.outerHTML);
  await attempt('XMLSerializer', () => new XMLSerializer().serializeToString(document));
  await attempt('getHTML with serializable roots', () =>
    (document.documentElement as unknown as { getHTML(options: object): string }).getHTML({
      serializableShadowRoots: true,
    }),
  );
  await attempt('getHTML of the host, given its root', () =>
    (host as unknown as { getHTML(options: object): string }).getHTML({
      serializableShadowRoots: true,
      shadowRoots: [host.shadowRoot].filter(Boolean),
    }),
  );
  await attempt('shadowRoot', () => String(host.shadowRoot?.innerHTML));
  await attempt('attachShadow again', () => host.attachShadow({ mode: 'open' }).innerHTML);
  await attempt('attachInternals', () =>
    String((host.attachInternals() as unknown as { shadowRoot: ShadowRoot }).shadowRoot?.innerHTML),
  );
  await attempt('chrome.dom.openOrClosedShadowRoot', () =>
    String(
      (page['chrome'] as { dom?: { openOrClosedShadowRoot(one: Element): unknown } })?.dom?.openOrClosedShadowRoot(
        host,
      ),
    ),
  );
  await attempt('every root by walking', () => {
    const walk = (root: ParentNode): string =>
      [...root.querySelectorAll('*')]
        .map((one) => one.shadowRoot?.textContent ?? '' + (one.shadowRoot ? walk(one.shadowRoot) : ''))
        .join('');
    return walk(document);
  });
  await attempt('TreeWalker', () => {
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_ALL);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) text += node.nodeValue ?? '';
    return text;
  });
  await attempt(
    'cloned host',
    () => (host.cloneNode(true) as Element).outerHTML + (document.importNode(host, true) as Element).outerHTML,
  );
  await attempt('range over everything', () => {
    const range = document.createRange();
    range.selectNodeContents(document.documentElement);
    return (
      range.toString() + (range.cloneContents().textContent ?? '') + JSON.stringify([...range.getClientRects()].length)
    );
  });
  await attempt(
    'selection of everything',
    () => (getSelection()?.selectAllChildren(document.documentElement), String(getSelection())),
  );
  await attempt('select all and copy', () => {
    let text = '';
    const copied = (event: ClipboardEvent) => (text = event.clipboardData?.getData('text/plain') ?? '');
    addEventListener('copy', copied, { once: true });
    document.execCommand('selectAll');
    document.execCommand('copy');
    return text + String(getSelection());
  });
  await attempt('composed ranges', () => {
    const selection = getSelection() as unknown as { getComposedRanges?(options: object): unknown[] };
    return selection.getComposedRanges?.({ shadowRoots: [] }) ?? 'none';
  });
  await attempt('design mode', () => {
    document.designMode = 'on';
    document.execCommand('selectAll');
    const text = String(getSelection());
    document.designMode = 'off';
    return text;
  });
  await attempt('points of the frame', () => {
    const found: string[] = [];
    for (let y = 0; y < innerHeight; y += 40) {
      for (let x = innerWidth - 330; x < innerWidth; x += 60) {
        found.push(
          ...document
            .elementsFromPoint(x, y)
            .filter((one) => one === host)
            .map((one) => one.outerHTML),
        );
        const caret = (
          document as unknown as { caretPositionFromPoint?(x: number, y: number): { offsetNode: Node } | null }
        ).caretPositionFromPoint?.(x, y);
        found.push(
          caret?.offsetNode.nodeValue ?? '',
          document.caretRangeFromPoint(x, y)?.startContainer.nodeValue ?? '',
        );
      }
    }
    return found.join('\n');
  });
  await attempt('window.length', () => yes(window.length > 0));
  for (let index = 0; index < 3; index++) {
    await attempt(`window[${index}]`, () => yes((window as unknown as Window[])[index] !== undefined));
    await attempt(`frames[${index}] location`, () => String((frames as unknown as Window[])[index]?.location.href));
  }
  for (const name of ['panel', 'sotay', 'overlay', 'frame', 'iframe', '']) {
    await attempt(`named window ${name}`, () =>
      String((page[name] as { location?: unknown } | undefined)?.location ?? document.getElementsByName(name).length),
    );
  }
  await attempt('own names of window', () =>
    Object.getOwnPropertyNames(window)
      .filter((name) => /sotay|dexie|__|wxt|preact|chrome/i.test(name))
      .join(),
  );
  await attempt('opener, parent, top', () => [opener, parent === window, top === window].join());
  await attempt('iframes by selector', () =>
    [...document.querySelectorAll('iframe,frame,object,embed')].map((one) => one.outerHTML).join(),
  );
  await attempt('performance entries', () => JSON.stringify(performance.getEntries()));
  await attempt('performance of addresses', () =>
    performance
      .getEntriesByType('resource')
      .map((one) => one.name)
      .filter((name) => name.startsWith('chrome-extension'))
      .join(),
  );
  await attempt(
    'performance memory',
    () => JSON.stringify(page['performance']) + String((performance as unknown as { memory?: object }).memory),
  );
  await attempt('memory by frame', () =>
    (performance as unknown as { measureUserAgentSpecificMemory(): Promise<unknown> }).measureUserAgentSpecificMemory(),
  );
  await attempt('event counts', () =>
    JSON.stringify([...(performance as unknown as { eventCounts: Map<string, number> }).eventCounts.entries()]),
  );
  await attempt('computed styles of the host', () =>
    JSON.stringify([...getComputedStyle(host)].map((key) => getComputedStyle(host).getPropertyValue(key))),
  );
  for (const pseudo of [
    '::before',
    '::after',
    '::marker',
    '::backdrop',
    '::part(a)',
    '::slotted(*)',
    '::selection',
    '::placeholder',
  ]) {
    await attempt(`computed style ${pseudo}`, () => getComputedStyle(host, pseudo).content);
  }
  await attempt('custom properties', () =>
    JSON.stringify([...(host as unknown as { computedStyleMap(): Iterable<unknown> }).computedStyleMap()].length),
  );
  await attempt(
    'style sheets',
    () =>
      [...document.styleSheets, ...document.adoptedStyleSheets]
        .map((sheet) => [...sheet.cssRules].map((rule) => rule.cssText).join(''))
        .join('').length,
  );
  await attempt('selectors on the host', () =>
    [':focus', ':focus-within', ':hover', ':active', ':defined', ':empty', ':has(*)', '::part(x)']
      .map((one) => {
        try {
          return host.matches(one);
        } catch {
          return 'none';
        }
      })
      .join(),
  );
  await attempt(
    'animations',
    () => JSON.stringify(document.getAnimations().length) + (host.getAnimations({ subtree: true }).length as number),
  );
  await attempt('fonts loaded', () => [...document.fonts].map((font) => font.family).join());
  await attempt('sizes of the host', () =>
    JSON.stringify([
      host.getBoundingClientRect(),
      host.scrollWidth,
      host.scrollHeight,
      host.offsetHeight,
      host.clientHeight,
    ]),
  );
  await attempt(
    'ResizeObserver',
    () =>
      new Promise((resolve) =>
        new ResizeObserver(([entry]) => resolve(JSON.stringify(entry?.contentRect))).observe(host),
      ),
  );
  await attempt(
    'IntersectionObserver',
    () =>
      new Promise((resolve) =>
        new IntersectionObserver(([entry]) => resolve(JSON.stringify(entry?.boundingClientRect))).observe(host),
      ),
  );
  await attempt('size of the document', () =>
    [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
      document.documentElement.childElementCount,
    ].join(),
  );
  await attempt('attributes and names for aids', () =>
    JSON.stringify([
      host.ariaLabel,
      host.title,
      host.role,
      host.ariaValueNow,
      host.ariaValueText,
      host.ariaDescription,
      host.id,
      host.dataset,
      host.getAttributeNames(),
    ]),
  );
  await attempt('accessible node', () =>
    String(
      (host as unknown as { computedName?: string; accessibleNode?: unknown }).computedName ??
        (page['getComputedAccessibleNode'] as undefined),
    ),
  );
  await attempt('active element', () => document.activeElement?.outerHTML.slice(0, 400) ?? '');
  await attempt('properties hung on the host', () => Reflect.ownKeys(host).map(String).join());
  await attempt('events on the host', () =>
    String(
      ['onclick', 'onload', 'onmessage', 'onfocus'].map((key) => (host as unknown as Record<string, unknown>)[key]),
    ),
  );
  await attempt(
    'drawn on a canvas',
    () => (
      document
        .createElement('canvas')
        .getContext('2d')
        ?.drawImage(host as unknown as CanvasImageSource, 0, 0),
      'drawn'
    ),
  );
  await attempt('drawElementImage', () =>
    String((CanvasRenderingContext2D.prototype as unknown as { drawElementImage?: unknown }).drawElementImage),
  );
  await attempt('createImageBitmap', () => createImageBitmap(host as unknown as ImageBitmapSource).then(() => 'made'));
  await attempt('copied into an SVG picture', () => {
    const copy = new XMLSerializer().serializeToString(host);
    return new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve(copy);
      image.onerror = () => resolve(copy);
      image.src = `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg"><foreignObject width="9" height="9">${copy}</foreignObject></svg>`)}`;
    });
  });
  await attempt('view transition', () => String('startViewTransition' in document));
  await attempt('element capture', () => String((host as unknown as { captureStream?: unknown }).captureStream));
  await attempt('screen capture without asking', () =>
    navigator.mediaDevices?.getDisplayMedia?.({ video: true }).then(() => 'captured'),
  );
  await attempt('print styles', () => [matchMedia('print').matches, getComputedStyle(host).display].join());
  await attempt('beforeprint', () => {
    dispatchEvent(new Event('beforeprint'));
    const text = document.documentElement.innerText;
    dispatchEvent(new Event('afterprint'));
    return text;
  });
  await attempt('local storage', () => JSON.stringify({ ...localStorage }) + JSON.stringify({ ...sessionStorage }));
  await attempt('cookies', () => document.cookie);
  await attempt('databases of the site', async () => JSON.stringify(await indexedDB.databases()));
  await attempt(
    'opening our database',
    () =>
      new Promise((resolve) => {
        const request = indexedDB.open('sotay');
        request.onsuccess = () => {
          const names = [...request.result.objectStoreNames].join();
          request.result.close();
          indexedDB.deleteDatabase('sotay');
          resolve(names);
        };
        request.onerror = () => resolve('refused');
      }),
  );
  await attempt('caches', async () => (await caches.keys()).join());
  await attempt('private files', async () => {
    const names: string[] = [];
    for await (const name of (await navigator.storage.getDirectory()) as unknown as AsyncIterable<[string]>)
      names.push(name[0]);
    return names.join();
  });
  await attempt('locks', async () => JSON.stringify(await navigator.locks.query()));
  await attempt(
    'broadcasts',
    () =>
      new Promise((resolve) => {
        const channel = new BroadcastChannel('sotay');
        channel.onmessage = ({ data }) => resolve(JSON.stringify(data));
        channel.postMessage('?');
        setTimeout(() => resolve('nothing'), 300);
      }),
  );
  await attempt('extension interface', () =>
    JSON.stringify([
      typeof (page['chrome'] as { runtime?: unknown })?.runtime,
      Object.keys((page['chrome'] as object) ?? {}),
    ]),
  );
  await attempt('a message by the extension interface', () =>
    (page['chrome'] as { runtime: { sendMessage(message: object): Promise<unknown> } }).runtime.sendMessage({
      type: 'getView',
      tabId: null,
    }),
  );
  await attempt('stack of an error', () => String(new Error('x').stack));
  await attempt('stacks of others', () => {
    const kept: string[] = [];
    (Error as unknown as { prepareStackTrace: unknown }).prepareStackTrace = (
      _error: unknown,
      frames: { getFileName(): string }[],
    ) => {
      kept.push(...frames.map((frame) => String(frame.getFileName())));
      return '';
    };
    void new Error('x').stack;
    delete (Error as unknown as { prepareStackTrace?: unknown }).prepareStackTrace;
    return kept.filter((name) => name.includes('extension')).join();
  });
  await attempt('history and title', () =>
    [history.length, JSON.stringify(history.state), document.title, document.referrer].join(),
  );
  await attempt('navigation entries', () =>
    (page['navigation'] as { entries(): { url: string }[] })
      .entries()
      .map((one) => one.url.split('#')[0])
      .join(),
  );
  await attempt('clipboard', () => navigator.clipboard.readText());
  await attempt(
    'message to the overlay’s element',
    () =>
      new Promise((resolve) => {
        host.dispatchEvent(new MessageEvent('message', { data: { type: 'getView', tabId: null } }));
        addEventListener('message', ({ data }) => resolve(JSON.stringify(data)), { once: true });
        setTimeout(() => resolve('nothing'), 200);
      }),
  );
  for (const message of [
    { type: 'watchPage' },
    { type: 'getView', tabId: null },
    { type: 'watchTab', tabId: null },
    { type: 'act', action: { type: 'saveSettings', patch: {} } },
    'getView',
    { type: 'panelChanged' },
  ]) {
    await attempt(
      `posted ${JSON.stringify(message)}`,
      () =>
        new Promise((resolve) => {
          const heard: string[] = [];
          const hear = ({ data }: MessageEvent) => heard.push(JSON.stringify(data));
          addEventListener('message', hear);
          window.postMessage(message, '*');
          for (let index = 0; index < window.length; index++)
            (window as unknown as Window[])[index]?.postMessage(message, '*');
          setTimeout(
            () => (
              removeEventListener('message', hear),
              resolve(heard.filter((one) => one !== JSON.stringify(message)).join())
            ),
            80,
          );
        }),
    );
  }
  for (const url of urls) {
    await attempt(`fetch ${url}`, () =>
      fetch(url).then(async (response) => `OPENED ${(await response.text()).slice(0, 200)}`),
    );
  }
  for (const url of urls.filter((one) => one.endsWith('.html'))) {
    await attempt(
      `frame of ${url}`,
      () =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.src = url;
          document.body.append(frame);
          setTimeout(() => {
            let text = '';
            try {
              text = frame.contentDocument?.documentElement.textContent ?? '';
            } catch {
              text = 'closed';
            }
            frame.remove();
            resolve(text);
          }, 150);
        }),
    );
  }
  getSelection()?.removeAllRanges();
  return results;
}
