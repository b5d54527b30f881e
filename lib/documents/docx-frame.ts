/** Header block and closing (Nơi nhận, signatures) of a DOCX: two columns without lines. */
import {
  BorderStyle,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { halfPoints, line } from './docx-blocks';
import { headerWidths } from './geometry';
import { widthOf } from './measure';
import type { Paper, Signature } from './paper';
import { capitals, plainText } from './plain-text';
import type { DocProfile } from '../model/doc-profile';

const TWIPS_PER_MM = 1440 / 25.4;
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const CENTRED = { alignment: 'center' } as const;

/** Left the bodies, "*" and the number; right the Party with its rule, place and date beside the number. */
export function docxHeader({ header, profile }: Paper, text: number): Table {
  const [left, right] = headerWidths(text);
  const { fonts } = profile;
  const organisation = { ...CENTRED, size: fonts.organisation };
  const bodies = [
    ...(header.superior === null ? [] : [line(capitals(header.superior), profile, organisation)]),
    line(capitals(header.body), profile, { ...organisation, bold: true }),
  ];
  const mark = profile.header.mark === '' ? [] : [line(profile.header.mark, profile, organisation)];
  // Without a number the mark stands beside the date.
  const [above, beside] =
    header.number === null
      ? [bodies, mark]
      : [[...bodies, ...mark], [line(header.number, profile, { ...CENTRED, size: fonts.number })]];
  const date = line(header.placeDate, profile, { ...CENTRED, italics: true, size: fonts.placeDate });
  return columns(
    [left, right],
    [
      [above, [partyLine(profile, right)]],
      [beside.length === 0 ? [new Paragraph({})] : beside, [date]],
    ],
  );
}

/** The Party's name with a rule as long as the name. */
function partyLine({ header, fonts }: DocProfile, width: number): Paragraph {
  const name = plainText(header.party);
  const free = Math.max(0, (width - widthOf(name, fonts.party) - 2) / 2);
  const indent = Math.round(free * TWIPS_PER_MM);
  return new Paragraph({
    alignment: 'center',
    indent: header.rule ? { left: indent, right: indent } : undefined,
    border: header.rule ? { bottom: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } } : undefined,
    children: [new TextRun({ text: name, bold: true, size: halfPoints(fonts.party) })],
  });
}

/** One row that is never split over two pages. */
export function docxClosing({ closing, profile }: Paper, text: number): (Paragraph | Table)[] {
  const cells: Paragraph[][] = [
    ...(closing.recipients === null ? [] : [recipients(closing.recipients, profile)]),
    ...closing.signatures.map((one) => signature(one, profile)),
  ];
  if (cells.length === 0) return [];
  // A single signature without recipients stands on the right.
  if (cells.length === 1) cells.unshift([new Paragraph({})]);
  return [
    line('', profile, { size: 6, keep: true }),
    columns(
      cells.map(() => text / cells.length),
      [cells],
    ),
  ];
}

function recipients(items: readonly string[], profile: DocProfile): Paragraph[] {
  const { fonts, recipients: look } = profile;
  return [
    line(look.title, profile, { underline: look.underline, size: fonts.signature, keep: true }),
    ...items.map((item) => line(`- ${item}`, profile, { size: fonts.recipients, keep: true })),
  ];
}

function signature({ head, title, name }: Signature, profile: DocProfile): Paragraph[] {
  const size = profile.fonts.signature;
  return [
    line(head, profile, { ...CENTRED, bold: true, size, keep: true }),
    ...(title === null ? [] : [line(title, profile, { ...CENTRED, size, keep: true })]),
    // Room for the hand.
    line(name ?? '', profile, { ...CENTRED, bold: true, size, before: 62 }),
  ];
}

function columns(widths: readonly number[], rows: readonly (readonly Paragraph[][])[]): Table {
  const sizes = widths.map((width) => Math.round(width * TWIPS_PER_MM));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: sizes.reduce((sum, size) => sum + size, 0), type: WidthType.DXA },
    columnWidths: sizes,
    borders: { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          height: { value: 0, rule: HeightRule.ATLEAST },
          children: cells.map(
            (children, at) =>
              new TableCell({
                width: { size: sizes[at] ?? 0, type: WidthType.DXA },
                verticalAlign: VerticalAlignTable.TOP,
                children,
              }),
          ),
        }),
    ),
  });
}
