/** A handbook page with one plain table of any length, as old server-made handbooks send it. */

const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô'];
const MIDDLES = ['Văn', 'Thị', 'Hữu', 'Đức', 'Minh', 'Ngọc', 'Quang', 'Thanh', 'Xuân', 'Kim'];
const GIVEN = ['An', 'Ánh', 'Ân', 'Bình', 'Hoà', 'Hòa', 'Hương', 'Tùng', 'Túng', 'Yến'];

/** One of a thousand invented names: among 10,000 people some ten share each. */
export function nameAt(index) {
  return `${FAMILIES[index % 10]} ${MIDDLES[Math.floor(index / 10) % 10]} ${GIVEN[Math.floor(index / 100) % 10]}`;
}

/** The page as HTML: a ranking of `count` invented people. */
export function tablePage(count, { script = '' } = {}) {
  const rows = Array.from({ length: count }, (_, index) => {
    const name = nameAt(index);
    const points = (70_000 - index).toLocaleString('vi-VN');
    return `<tr><td>${index + 1}</td><td>${name}</td><td>DV${index + 1}</td><td>Chi bộ thôn An Cư</td><td>${points}</td></tr>`;
  });
  const heads = ['STT', 'Họ và tên', 'Mã', 'Chi bộ', 'Điểm tích lũy'].map((head) => `<th>${head}</th>`).join('');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Sổ tay đảng viên</title></head><body>
<h1>Bảng xếp hạng</h1><p>Xin chào: <b>Nguyễn Văn An</b></p>
<table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>${script}</body></html>`;
}
