/** Lint: strict TypeScript, who may import whom, and what the product promised never to do. Each message says what to do instead. */
import tseslint from 'typescript-eslint';

/** One layer: `allow` is the closed list of import specifiers; `typesOnly` may be imported as types. */
function layer(files, allow, message, typesOnly = []) {
  const anything = [...allow, ...typesOnly].join('|');
  const patterns = [{ regex: `^(?!(?:${anything}))`, message }];
  if (typesOnly.length > 0) {
    patterns.push({ regex: `^(?:${typesOnly.join('|')})`, allowTypeImports: true, message: `${message} (types only)` });
  }
  return {
    files: [files],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] },
  };
}

const HERE = '\\./';
const up = (...names) => names.map((name) => `\\.\\./${name}(?:/|$)`);
const at = (...names) => names.map((name) => `@/${name}(?:/|$)`);
const UI_BASE = ['preact', '@preact/signals', '\\./.*\\.css$'];

const READ_ONLY = [
  ['fetch', 'Nothing leaves the device: no network calls. Pass the data in.'],
  ['XMLHttpRequest', 'Nothing leaves the device: no network calls.'],
  ['WebSocket', 'Nothing leaves the device: no network calls.'],
  ['EventSource', 'Nothing leaves the device: no network calls.'],
  [
    'localStorage',
    'The handbook keeps sign-in tokens there: never read it. Ours is chrome.storage, in the background.',
  ],
  ['sessionStorage', 'The handbook keeps sign-in tokens there: never read it.'],
  ['indexedDB', 'In a page this is the site’s own database: send a message to the background.'],
].map(([name, message]) => ({ name, message }));

const SINKS = [
  ['innerHTML', 'Scraped text is only ever text: use text nodes (JSX children).'],
  ['outerHTML', 'Scraped text is only ever text: use text nodes.'],
].map(([property, message]) => ({ property, message }));

const NEVER_ACTS = [
  ...['click', 'dispatchEvent', 'scrollTo', 'scrollBy', 'scrollIntoView', 'submit', 'requestSubmit', 'sendBeacon'].map(
    (name) => ({
      selector: `CallExpression[callee.property.name='${name}']`,
      message: `We never ${name} on the handbook: it is read-only for us. Show the person where to do it.`,
    }),
  ),
  { selector: "MemberExpression[property.name='cookie']", message: 'Cookies of the handbook are never read.' },
  {
    selector: "MemberExpression[property.name='innerText']",
    message: 'innerText obeys the site’s CSS and forces layout: read textContent.',
  },
];

const NO_RAW_HTML = [
  { selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']", message: 'Show text as text: JSX children.' },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|createContextualFragment|writeln)$/]',
    message: 'No HTML from strings: build nodes (JSX).',
  },
];

export default tseslint.config(
  { ignores: ['dist/', '.output/', '.wxt/', '.artifacts/', 'node_modules/', 'coverage/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,js,mjs}'],
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-properties': ['error', ...SINKS],
      'no-restricted-syntax': ['error', ...NO_RAW_HTML],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },

  // --- lib: headless; imports only downward ---------------------------------------------------------------------------
  {
    files: ['lib/**/*.ts'],
    ignores: ['lib/cli/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...READ_ONLY,
        { name: 'document', message: 'Take the document as a parameter (doc), so that the code runs in Node too.' },
        { name: 'window', message: 'Take what you need as a parameter, so that the code runs in Node too.' },
        { name: 'location', message: 'Take the address as a parameter (url).' },
        { name: 'chrome', message: 'lib knows no browser extension: the entrypoints do.' },
      ],
    },
  },
  layer('lib/vi/**/*.ts', [HERE], 'lib/vi is the bottom: it imports nothing but itself.'),
  layer('lib/privacy/**/*.ts', [HERE, ...up('vi')], 'lib/privacy may import lib/vi only.'),
  layer(
    'lib/model/**/*.ts',
    ['zod$', HERE, ...up('vi', 'privacy')],
    'lib/model may import zod, lib/vi and lib/privacy only.',
  ),
  layer(
    'lib/sites/**/*.ts',
    [HERE, ...up('vi', 'privacy')],
    'A site is data: lib/sites may import lib/vi, and types of lib/model; never zod or a browser global.',
    up('model'),
  ),
  layer(
    'lib/reader/**/*.ts',
    [HERE, ...up('vi', 'privacy')],
    'lib/reader runs inside the handbook page: lib/vi and lib/privacy only, types of lib/model; no zod, no dexie.',
    up('model'),
  ),
  layer(
    'lib/picker/**/*.ts',
    [HERE, ...up('vi', 'privacy', 'reader'), '\\.\\./sites/columns$'],
    'lib/picker runs inside the handbook page: lib/vi, lib/privacy, lib/reader and the alias dictionary only, types of lib/model.',
    up('model'),
  ),
  layer(
    'lib/scrub/**/*.ts',
    [HERE, ...up('vi', 'privacy', 'reader'), '\\.\\./sites(?:/|$)'],
    'lib/scrub runs inside the handbook page: lib/vi, lib/privacy, lib/reader and lib/sites only, types of lib/model.',
    up('model'),
  ),
  layer(
    'lib/rules/**/*.ts',
    [HERE, ...up('vi')],
    'lib/rules holds rules as data: lib/vi, and types of lib/model.',
    up('model'),
  ),
  layer(
    'lib/tally/**/*.ts',
    ['@noble/hashes/', HERE, ...up('vi', 'model')],
    'lib/tally may import the digest of @noble/hashes, lib/vi and lib/model only.',
  ),
  layer(
    'lib/rubrics/**/*.ts',
    [HERE],
    'A rubric is data: lib/rubrics may import itself and types of lib/model; never zod.',
    up('model'),
  ),
  layer(
    'lib/rubric/**/*.ts',
    [HERE, ...up('vi', 'model', 'rubrics')],
    'lib/rubric may import lib/vi, lib/model and lib/rubrics only.',
  ),
  layer(
    'lib/meetings/**/*.ts',
    [HERE, ...up('vi', 'privacy', 'model', 'rules')],
    'lib/meetings may import lib/vi, lib/privacy, lib/model and lib/rules only: the present moment is a parameter.',
  ),
  layer(
    'lib/importers/**/*.ts',
    ['papaparse$', 'read-excel-file', 'fflate$', HERE, ...up('vi', 'model', 'privacy')],
    'lib/importers may import its parsers, lib/vi, lib/model and lib/privacy only.',
  ),
  layer(
    'lib/backup/**/*.ts',
    ['age-encryption$', '@noble/(?:hashes|ciphers)/', '@scure/base$', 'zod$', HERE, ...up('vi', 'model')],
    'lib/backup may import age-encryption and the libraries under it, zod, lib/vi and lib/model only; no DOM, no dexie.',
  ),
  layer(
    'lib/handin/**/*.ts',
    ['age-encryption$', 'jose$', '@scure/base$', 'zod$', HERE, ...up('vi', 'model', 'tally'), '\\.\\./backup/words$'],
    'lib/handin may import age-encryption, jose, zod, lib/vi, lib/model, lib/tally and the word lists of backups only; no DOM, no dexie.',
  ),
  layer(
    'lib/formats/**/*.ts',
    ['papaparse$', 'fflate$', HERE, ...up('vi', 'model')],
    'lib/formats may import its writers, lib/vi and lib/model, and types of lib/tally only; no DOM, no dexie.',
    up('tally'),
  ),
  layer(
    'lib/documents/*.ts',
    ['docx$', 'fflate$', 'zod$', HERE, ...up('vi', 'model', 'formats', 'rules')],
    'lib/documents may import its writers, zod, lib/vi, lib/model, lib/rules and lib/formats only; no DOM, no dexie.',
  ),
  layer(
    'lib/documents/definitions/*.ts',
    ['zod$', HERE, '\\.\\./[a-z-]+$', '\\.\\./\\.\\./(?:vi|model|formats)/'],
    'A document is made from plain input: zod, lib/documents, lib/vi, lib/model and lib/formats only.',
  ),
  layer(
    'lib/reports/**/*.ts',
    [HERE, ...up('vi', 'model', 'rules', 'rubric', 'meetings', 'documents')],
    'lib/reports may import lib/vi, lib/model, lib/rules, lib/rubric, lib/meetings and lib/documents only.',
  ),
  layer(
    'lib/tracker/**/*.ts',
    [
      'dexie$',
      HERE,
      ...up('vi', 'model', 'privacy', 'rules', 'tally', 'tracker', 'lock'),
      '\\.\\./\\.\\./(?:model|vi)/',
    ],
    'lib/tracker may import dexie, lib/vi, lib/model, lib/privacy, lib/rules, lib/tally and lib/lock only.',
    up('protocol'),
  ),
  layer(
    'lib/lock/**/*.ts',
    ['@noble/', HERE, ...up('model')],
    'lib/lock may import the noble libraries and lib/model only.',
  ),
  layer(
    'lib/recovery/**/*.ts',
    [HERE, ...up('vi', 'model')],
    'lib/recovery may import lib/vi and lib/model only: storage comes in through its ports, so that it runs in Node.',
    up('protocol'),
  ),
  {
    files: ['lib/tracker/migrations/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '.*',
              allowTypeImports: true,
              message: 'A migration is frozen: it imports nothing of the app, so that later changes cannot alter it.',
            },
          ],
        },
      ],
    },
  },

  // --- what runs inside the handbook page -----------------------------------------------------------------------------
  {
    files: [
      'lib/{reader,picker,scrub,sites}/**/*.ts',
      'entrypoints/{launcher,reader,taught-reader,teacher,scrubber}/**/*.ts',
    ],
    rules: {
      'no-restricted-syntax': ['error', ...NO_RAW_HTML, ...NEVER_ACTS],
      'no-restricted-globals': ['error', ...READ_ONLY],
    },
  },
  {
    files: ['entrypoints/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}'],
    ignores: ['entrypoints/{launcher,reader,taught-reader,teacher,scrubber}/**'],
    rules: { 'no-restricted-globals': ['error', ...READ_ONLY.slice(0, 4)] },
  },
  layer(
    'entrypoints/{launcher,reader,taught-reader}/**/*.ts',
    [HERE, '\\.\\./reader/', 'wxt/', ...at('lib/sites', 'lib/reader', 'lib/vi', 'lib/privacy', 'lib/page-time')],
    'A content script stays thin: lib/sites, lib/reader and types of the protocol; no dexie, no zod, no Preact.',
    at('lib/protocol', 'lib/model'),
  ),

  layer(
    'entrypoints/teacher/**/*.ts',
    [HERE, 'wxt/', ...at('lib/picker', 'lib/scrub', 'lib/page-time')],
    'The teacher runs inside the handbook page: lib/picker, lib/scrub and types of the protocol; no dexie, no zod, no Preact.',
    at('lib/teaching', 'lib/protocol', 'lib/model'),
  ),
  layer(
    'entrypoints/scrubber/**/*.ts',
    [HERE, 'wxt/', ...at('lib/scrub')],
    'The scrubber is lib/scrub and nothing else; it only hands back what it wrote.',
  ),

  // --- components -----------------------------------------------------------------------------------------------------
  layer(
    'components/ui/**/*.{ts,tsx}',
    [
      ...UI_BASE,
      HERE,
      ...up('hooks', 'i18n/base'),
      ...at('components/hooks', 'components/i18n/base', 'components/ui'),
      '@tanstack/virtual-core$',
    ],
    'components/ui knows no domain: preact, hooks and the texts of i18n/base only.',
  ),
  {
    files: ['components/ui/Term.tsx'],
    rules: { '@typescript-eslint/no-restricted-imports': 'off' },
  },
  {
    files: ['components/{glance,picker,teach,hooks}/**/*.{ts,tsx}', 'entrypoints/{panel,popup,sidepanel}/**/*.tsx'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '(?:^|/)i18n$',
              message:
                'This also stands beside the handbook: take texts from i18n/base or i18n/teach, not all of them.',
            },
          ],
        },
      ],
    },
  },

  // --- tests and scripts ------------------------------------------------------------------------------------------------
  {
    files: ['tests/**', 'scripts/**', '*.config.*'],
    rules: {
      'no-restricted-globals': 'off',
      'no-restricted-properties': 'off',
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-restricted-imports': 'off',
    },
  },
);
