/** A document as DOCX (docx library): A4 in the profile's layout, repeated table heads, the same bytes for the same document. */
import { Document, Header, LineRuleType, Packer, PageNumber, PageOrientation, Paragraph, TextRun } from 'docx';
import type { DocProfile } from '../model/doc-profile';
import { docxBlocks, halfPoints, line } from './docx-blocks';
import { docxClosing, docxHeader } from './docx-frame';
import { settle } from './docx-package';
import { A4, pageOf } from './geometry';
import type { Paper } from './paper';

export const DOCX_MIME = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const TWIPS_PER_MM = 1440 / 25.4;

/** The file. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const { profile } = paper;
  const { margins, text } = pageOf(paper);
  const twips = (mm: number) => Math.round(mm * TWIPS_PER_MM);
  const centred = { alignment: 'center' } as const;
  const children = [
    docxHeader(paper, text),
    line('', profile, { size: 6 }),
    ...(paper.draft === null ? [] : [line(`(${paper.draft})`, profile, { ...centred, italics: true, size: 12 })]),
    line(paper.title.type, profile, { ...centred, bold: true, size: profile.fonts.type, before: 6, keep: true }),
    ...paper.title.abstract.map((one) =>
      line(one, profile, { ...centred, bold: true, size: profile.fonts.abstract, keep: true }),
    ),
    line(profile.title.dashes, profile, { ...centred, after: 8 }),
    ...docxBlocks(paper.blocks, profile, text),
    ...paper.notes.map((note) =>
      line(note, profile, { italics: true, size: profile.fonts.recipients, before: 3, keep: true }),
    ),
    ...docxClosing(paper, text),
    ...paper.appendices.flatMap((appendix) => [
      line(appendix.title, profile, { ...centred, bold: true, pageBreak: true, after: 8 }),
      ...docxBlocks(appendix.blocks, profile, text),
    ]),
  ];
  const file = new Document({
    // A file's properties tell nobody's name.
    creator: '',
    lastModifiedBy: '',
    title: '',
    styles: {
      default: {
        document: {
          run: { font: profile.fonts.family, size: halfPoints(profile.fonts.body), language: { value: 'vi-VN' } },
          paragraph: { spacing: { before: 0, after: 0, line: 240, lineRule: LineRuleType.AUTO } },
        },
      },
    },
    sections: [
      {
        properties: {
          titlePage: !profile.pageNumber.onFirst,
          page: {
            size: {
              width: twips(A4.width),
              height: twips(A4.height),
              orientation: paper.landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            },
            margin: {
              top: twips(margins.top),
              bottom: twips(margins.bottom),
              left: twips(margins.left),
              right: twips(margins.right),
              header: twips(margins.top / 2),
              footer: twips(margins.bottom / 2),
              gutter: 0,
            },
          },
        },
        headers: headers(profile),
        children,
      },
    ],
  });
  return settle(new Uint8Array(await Packer.pack(file, 'uint8array')), new Date(paper.madeAt));
}

/** Page number in the middle of the header; the first page has an empty one. */
function headers({ pageNumber, fonts }: DocProfile) {
  if (pageNumber.place === 'none') return undefined;
  const number = new Paragraph({
    alignment: 'center',
    children: [new TextRun({ children: [PageNumber.CURRENT], size: halfPoints(fonts.pageNumber) })],
  });
  return { default: new Header({ children: [number] }), first: new Header({ children: [new Paragraph({})] }) };
}
