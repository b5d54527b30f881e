/** Class and test names that may stay in a scrubbed page: those of known libraries, and words of a closed list. */

const LIBRARIES = [
  'rs-',
  'Mui',
  'ant-',
  'el-',
  'v-',
  'p-',
  'ag-',
  'mat-',
  'mdc-',
  'cdk-',
  'o_',
  'oe_',
  'mdi',
  'fa-',
  'dataTables_',
  'fixed-table',
  'bootstrap-table',
  'material-icons',
  'glyphicon',
];
/** Words programmers name things by; any other word might be somebody's name. */
const WORDS = new Set(
  'active app area avatar badge bar bell block body bold box btn button card cell center chip col column container content control count dashboard data date detail empty field fixed flex foot footer form grid group head header heading home icon image inner input item items label layout left line link list loading login main member members menu meeting meetings modal name nav navbar next number order outer page pager pages pagination paging panel picker point points prev previous profile rank ranking right role root row rows score screen search section select side sidebar status sticky striped tab table tabs tag task tasks td text tbody th thead time title toggle toolbar top topbar total tr unit user value view wide wrap wrapper narrow only pull fluid responsive bordered hover'.split(
    ' ',
  ),
);

/** Words the libraries themselves name their parts by; after a library's prefix an application may write anything. */
const PARTS = new Set(
  'action addon affix alert anchor animated append arrow asc autocomplete backdrop badge base blue body bottom brand breadcrumb breadcrumbs calendar caption caret cascader caution changer char checkbox checked checker child children circle circular cleanable clear clickable client close collapse collapsed collapsible color compact component contained counter custom danger dark datatable default dense desc description descriptions determinate disabled divider done dot down drag draggable drawer dropdown edit elevated elevation ellipsis end error even expand expanded expander extra filled filter first float focus focused font full fullscreen ghost gold green grow gutter gutters handle has height helper hidden hint holder horizontal hovered img indeterminate indicator info ink inline inside int invalid label large last layer layout level lg light limit linear loader lock manager marker mask md measure medium message middle mini modifier mouse multiline multiple native nested no node nolabel notched notification odd offset ol one option options origin outline outlined overflow overlap overlay paper password ping placeholder placement plain pond popover popper popup portal prepend primary process progress provider push radio rate read readonly record rectangular red required resize resizer result reverse ripple rotate rounded rowgroup scroll scrollable scrollbar scroller secondary selected selection selector separator shadow sheet show sider single size slider slot sm small sort sortable sorted space spacing spanner spin spinner split square stack standard start static statistic step stepper steps strong subheader subtle success suffix summary svg switch symbol system systray tail textarea textbox theme theming thin thumb timeline toast togglable tooltip touch touched track transfer transition tree trigger two typography uncheck unfold up upload variant vertical virtual visible wait warning web wheel widget width with word wrapped x xl xs yellow'.split(
    ' ',
  ),
);

function partsOf(name: string): string[] {
  return name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/);
}

/** True when every part of a name is a word of the list. */
export function isPlainName(name: string): boolean {
  return name.length <= 40 && partsOf(name).every((part) => WORDS.has(part));
}

/** True for a library's own name: its prefix, then words and figures only. */
function isLibraryName(name: string): boolean {
  const isPart = (part: string) => /^\d*$/.test(part) || WORDS.has(part) || PARTS.has(part.replace(/\d+$/, ''));
  return LIBRARIES.some((start) => name.startsWith(start) && partsOf(name.slice(start.length)).every(isPart));
}

/** The class attribute without hashes, ids and words of unknown origin; digits become 0. */
export function safeClasses(value: string): string {
  const kept = value
    .split(/\s+/)
    .filter((name) => /^[A-Za-z0-9_-]{1,60}$/.test(name))
    .filter((name) => isLibraryName(name) || isPlainName(name))
    .map((name) => name.replace(/\d/g, '0'));
  return [...new Set(kept)].slice(0, 12).join(' ');
}
