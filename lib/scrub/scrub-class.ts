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

/** True when every part of a name is a word of the list. */
export function isPlainName(name: string): boolean {
  const parts = name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[-_]+/);
  return name.length <= 40 && parts.every((part) => WORDS.has(part));
}

/** The class attribute without hashes, ids and words of unknown origin; digits become 0. */
export function safeClasses(value: string): string {
  const kept = value
    .split(/\s+/)
    .filter((name) => /^[A-Za-z0-9_-]{1,60}$/.test(name))
    .filter((name) => LIBRARIES.some((start) => name.startsWith(start)) || isPlainName(name))
    .map((name) => name.replace(/\d/g, '0'));
  return [...new Set(kept)].slice(0, 12).join(' ');
}
