/** The shipped document profiles: HD 05-HD/VPTW of 2026 (default) and HD 36-HD/VPTW of 2018, each with its source and how sure we are. */
import type { DocProfile } from '../model/doc-profile';

// Items are lettered without f, j and w, as Vietnamese documents do.
const LETTERS = ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u'];

const HD05: DocProfile = {
  format: 'sotay-doc-profile',
  version: 1,
  id: 'hd05-2026',
  profileVersion: 1,
  label: { vi: 'HD 05-HD/VPTW (27/5/2026)', en: 'HD 05-HD/VPTW (27 May 2026)' },
  source: {
    number: 'HD 05-HD/VPTW',
    issued: '2026-05-27',
    found: {
      vi: 'Theo bản người khác ghi lại trong phần mềm công khai; chưa đối chiếu với văn bản gốc.',
      en: 'As transcribed by others in public software; not compared with the original text.',
    },
  },
  certainty: {
    overall: 'transcribed',
    parts: [
      {
        fields: ['fonts.organisation', 'fonts.number', 'fonts.type', 'fonts.abstract'],
        certainty: 'takenOver',
        why: {
          vi: 'Cỡ chữ lấy theo HD 36-HD/VPTW (2018); bản ghi lại HD 05 không nêu.',
          en: 'Sizes of HD 36-HD/VPTW (2018); the transcription of HD 05 does not give them.',
        },
      },
      {
        fields: ['fonts.party'],
        certainty: 'transcribed',
        why: { vi: 'Có nơi dùng cỡ 14.', en: 'Some print it at 14.' },
      },
      {
        fields: ['body.lineSpacing'],
        certainty: 'choice',
        why: {
          vi: 'Giãn dòng chính xác; các nơi dùng 18, 19 hoặc 20 pt.',
          en: 'Exact spacing; 18, 19 and 20 pt are all in use.',
        },
      },
      {
        fields: ['body.spaceAfter', 'fonts.table', 'fonts.pageNumber', 'recipients.lastCommittee'],
        certainty: 'choice',
        why: { vi: 'Chưa rõ quy định; chọn cho dễ đọc.', en: 'No rule known; chosen for reading.' },
      },
    ],
  },
  page: { size: 'A4', margins: { top: 20, bottom: 20, left: 30, right: 15 } },
  fonts: {
    family: 'Times New Roman',
    party: 15,
    organisation: 14,
    number: 14,
    placeDate: 14,
    type: 16,
    abstract: 14,
    body: 14,
    table: 12,
    recipients: 12,
    signature: 14,
    pageNumber: 14,
  },
  header: { party: 'ĐẢNG CỘNG SẢN VIỆT NAM', rule: true, mark: '*' },
  number: { word: 'Số', colon: false, pad: 2, cell: 'CB', committee: 'ĐU' },
  placeDate: { padDaysBelow: 10, padMonths: [1, 2] },
  title: { dashes: '-----' },
  body: { firstLineIndent: 10, lineSpacing: 18, spaceAfter: 6 },
  headings: { afterRoman: '-', letters: LETTERS },
  endMark: '.',
  recipients: {
    title: 'Nơi nhận:',
    underline: true,
    lastCell: 'Lưu Chi bộ.',
    lastCommittee: 'Lưu Đảng ủy.',
  },
  signature: { cell: 'T/M CHI BỘ', committee: 'T/M ĐẢNG ỦY', titles: ['BÍ THƯ', 'PHÓ BÍ THƯ'] },
  pageNumber: { place: 'headerCentre', onFirst: false },
  spelling: 'ủy',
  numbering: 'typeAndTerm',
};

const HD36: DocProfile = {
  ...HD05,
  id: 'hd36-2018',
  label: { vi: 'HD 36-HD/VPTW (03/4/2018), cũ', en: 'HD 36-HD/VPTW (3 April 2018), superseded' },
  source: {
    number: 'HD 36-HD/VPTW',
    issued: '2018-04-03',
    found: {
      vi: 'Cỡ chữ theo văn bản đã công bố; phần còn lại lấy theo HD 05-HD/VPTW.',
      en: 'Sizes from the published text; the rest taken over from HD 05-HD/VPTW.',
    },
  },
  certainty: {
    overall: 'takenOver',
    parts: [
      {
        fields: [
          'fonts.party',
          'fonts.organisation',
          'fonts.number',
          'fonts.placeDate',
          'fonts.type',
          'fonts.abstract',
          'fonts.body',
        ],
        certainty: 'text',
        why: {
          vi: 'Văn bản cho 15–16 (tên loại) và 14–15 (trích yếu, nội dung); lấy số nhỏ.',
          en: 'The text allows 15–16 (type) and 14–15 (abstract, body); the smaller one is taken.',
        },
      },
      {
        fields: ['signature.cell'],
        certainty: 'transcribed',
        why: {
          vi: 'Một bộ câu hỏi chỉ cho ghi “T/M CHI BỘ”; thực tế còn gặp “T/M CHI ỦY”, “T/M BAN CHI ỦY”.',
          en: 'One question bank allows only “T/M CHI BỘ”; real papers also show “T/M CHI ỦY”, “T/M BAN CHI ỦY”.',
        },
      },
    ],
  },
  fonts: { ...HD05.fonts, type: 15 },
};

/** Every shipped profile; the first one is the default. */
export const DOC_PROFILES: readonly DocProfile[] = [HD05, HD36];

/** The profile new documents are made with. */
export const DEFAULT_DOC_PROFILE = HD05;

/** A shipped profile by id, or null. */
export function findDocProfile(id: string): DocProfile | null {
  return DOC_PROFILES.find((profile) => profile.id === id) ?? null;
}
