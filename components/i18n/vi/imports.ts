/** Vietnamese sentences for files that are refused: what is wrong and what to do. */
import type { ImportCode } from '@/lib/importers/import-error';

export const imports = {
  refused: (file: string) => `Không nhận tệp ${file}. Dữ liệu đang có không thay đổi.`,
  place: (parts: { sheet: string | null; row: number | null; column: string | null }) =>
    [
      parts.sheet === null ? null : `trang tính “${parts.sheet}”`,
      parts.row === null ? null : `dòng ${parts.row}`,
      parts.column === null ? null : `cột ${parts.column}`,
    ]
      .filter((part) => part !== null)
      .join(', '),
  value: (value: string) => `Trong ô: “${value}”.`,
  moreIssues: (count: string) => `Còn ${count} chỗ khác.`,
  codes: {
    tooLarge: 'Tệp lớn hơn mức cho phép (20 MB). Hãy chia thành nhiều tệp nhỏ hơn.',
    tooManyEntries: 'Tệp Excel chứa quá nhiều phần bên trong. Hãy lưu lại bảng vào một tệp mới.',
    zipBomb: 'Tệp nén bất thường nên không mở, để an toàn cho máy. Hãy xin lại tệp gốc.',
    brokenFile: 'Tệp bị hỏng hoặc chưa tải xong. Hãy mở bằng Excel, lưu lại rồi thử lại.',
    notATable: 'Đây không phải tệp bảng. Hãy chọn tệp .xlsx hoặc .csv.',
    oldExcel: 'Đây là tệp Excel cũ (.xls). Hãy mở bằng Excel và lưu thành .xlsx.',
    encrypted: 'Tệp có mật khẩu. Hãy bỏ mật khẩu rồi lưu lại.',
    dtd: 'Tệp chứa phần không an toàn nên không mở. Hãy chép bảng sang tệp mới.',
    badEncoding: 'Chữ trong tệp không đúng bảng mã Unicode (UTF-8). Hãy lưu lại dạng “CSV UTF-8”.',
    badQuotes: 'Dấu ngoặc kép trong tệp CSV không khép. Hãy lưu lại từ Excel.',
    emptyFile: 'Tệp không có dòng nào.',
    noHeader: 'Không thấy dòng tên cột. Dòng đầu cần có cột “Họ và tên”.',
    duplicateColumn: 'Có hai cột cùng nghĩa. Hãy giữ lại một cột.',
    missingName: 'Thiếu họ và tên ở dòng này.',
    missingDate: 'Dòng có điểm nhưng không có ngày.',
    badDate: 'Ngày không rõ. Hãy viết như 30/09/2026.',
    badTotal: 'Điểm không phải là một số nguyên rõ ràng. Hãy viết như 12.345.',
    badFlag: 'Ô có/không không rõ. Hãy viết x, có, 1 hoặc để trống.',
    badStatus:
      'Tình trạng đảng viên không rõ. Hãy viết “chính thức” hoặc “dự bị”; miễn sinh hoạt thì ghi sau, ở “Danh sách đảng viên”.',
    badCode: 'Mã không hợp lệ.',
    tooLong: 'Ô này quá dài.',
    deniedValue: 'Ô này giống giấy tờ cá nhân (căn cước, điện thoại…) nên không nhận. Hãy bỏ khỏi tệp.',
    formulaWithoutValue: 'Ô có công thức nhưng chưa có kết quả. Hãy mở bằng Excel, lưu lại rồi thử lại.',
    badJson: 'Tệp JSON không đúng dạng của Sổ tay đồng hành.',
    noDateInFile: 'Trong tệp không có ngày nào. Hãy chọn ngày của số liệu.',
  } satisfies Record<ImportCode, string>,
};
