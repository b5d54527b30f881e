/** The styles of a workbook: each different look is written once and cells name it by number. */

/** How a cell looks; everything left out is plain 12-point text. */
export interface Style {
  bold?: boolean;
  italic?: boolean;
  underline?: boolean;
  /** In points. */
  size?: number;
  align?: 'center' | 'right';
  /** Centred between top and bottom. */
  middle?: boolean;
  wrap?: boolean;
  /** A thin grey line on all four sides. */
  border?: boolean;
  /** Number format, as Excel writes it. */
  format?: string;
}

const FONT = 'Times New Roman';
const SIZE = 12;
// Numbers below 164 belong to the formats built into the programs.
const FIRST_FORMAT = 164;
const SIDES = ['left', 'right', 'top', 'bottom'];
const LINE = SIDES.map((side) => `<${side} style="thin"><color rgb="FF808080"/></${side}>`).join('');
const BORDERS = [SIDES.map((side) => `<${side}/>`).join(''), LINE].map(
  (sides) => `<border>${sides}<diagonal/></border>`,
);
const FILLS = ['none', 'gray125'].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`);

/** Collects the styles of one workbook. */
export interface StyleTable {
  /** The style's number in the table; style objects used again and again are found by identity. */
  number(style: Style): number;
  /** `xl/styles.xml`. */
  xml(): string;
}

/** A table that holds the plain style as number 0. */
export function createStyleTable(): StyleTable {
  const known = new Map<Style, number>();
  const fonts = createList();
  const formats = createList();
  const looks = createList();
  const add = (style: Style): number => {
    const font = fonts.add(fontXml(style));
    const format = style.format === undefined ? 0 : FIRST_FORMAT + formats.add(style.format);
    return looks.add(lookXml(style, font, format));
  };
  const number = (style: Style): number => {
    const found = known.get(style);
    if (found !== undefined) return found;
    const made = add(style);
    known.set(style, made);
    return made;
  };
  number({});
  const xml = () => {
    const numberFormats = formats.items.map(
      (code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`,
    );
    return (
      '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
      (numberFormats.length === 0 ? '' : listXml('numFmts', numberFormats)) +
      listXml('fonts', fonts.items) +
      listXml('fills', FILLS) +
      listXml('borders', BORDERS) +
      listXml('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
      listXml('cellXfs', looks.items) +
      listXml('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
      '</styleSheet>'
    );
  };
  return { number, xml };
}

function fontXml({ bold, italic, underline, size = SIZE }: Style): string {
  const marks = `${bold ? '<b/>' : ''}${italic ? '<i/>' : ''}${underline ? '<u/>' : ''}`;
  return `<font>${marks}<sz val="${size}"/><color rgb="FF000000"/><name val="${FONT}"/><family val="1"/></font>`;
}

function lookXml(style: Style, font: number, format: number): string {
  const { align, middle, wrap, border } = style;
  const alignment = [
    align === undefined ? '' : ` horizontal="${align}"`,
    middle ? ' vertical="center"' : '',
    wrap ? ' wrapText="1"' : '',
  ].join('');
  const head =
    `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="${border ? 1 : 0}" xfId="0"` +
    `${format === 0 ? '' : ' applyNumberFormat="1"'} applyFont="1"${border ? ' applyBorder="1"' : ''}`;
  return alignment === '' ? `${head}/>` : `${head} applyAlignment="1"><alignment${alignment}/></xf>`;
}

function createList() {
  const items: string[] = [];
  const places = new Map<string, number>();
  const add = (item: string): number => {
    const place = places.get(item) ?? items.push(item) - 1;
    places.set(item, place);
    return place;
  };
  return { items, add };
}

function listXml(name: string, items: readonly string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
