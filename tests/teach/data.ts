/** The same invented lists for every library, so that what must be read is known without any page. */

export interface Column {
  field: string;
  header: string;
}
export type Row = Record<string, string | number>;
export interface Scene {
  kind: 'ranking' | 'meetings';
  heading: string;
  points: number;
  name: string;
  columns: Column[];
  rows: Row[];
}
export interface SceneOptions {
  kind: 'ranking' | 'meetings';
  rows: number;
  seed: number;
  reversed: boolean;
}

const FAMILY = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Đỗ', 'Hoàng', 'Huỳnh', 'Vũ'];
const MIDDLE = ['Văn', 'Thị', 'Đức', 'Ngọc', 'Hữu', 'Thế'];
const GIVEN = ['Hòa', 'Thủy', 'Nam', 'Anh', 'Giang', 'Đạt', 'Oanh', 'Khuê', 'Trường'];
const UNITS = ['Chi bộ I - Khối văn phòng', 'Chi bộ Tân An', 'Chi bộ Đức Hòa'];
const STATES = ['Đã diễn ra', 'Sắp diễn ra'];

const pick = (list: readonly string[], at: number): string => list[at % list.length] ?? '';
const pad = (value: number): string => String(value).padStart(2, '0');

/** A scene by its options. */
export function sceneOf({ kind, rows, seed, reversed }: SceneOptions): Scene {
  const columns: Column[] =
    kind === 'ranking'
      ? [
          { field: 'rank', header: 'Hạng' },
          { field: 'name', header: 'Họ và tên' },
          { field: 'unit', header: 'Chi bộ' },
          { field: 'points', header: 'Điểm trong tháng' },
          { field: 'total', header: 'Điểm tích lũy' },
        ]
      : [
          { field: 'order', header: 'STT' },
          { field: 'title', header: 'Tiêu đề' },
          { field: 'status', header: 'Trạng thái' },
          { field: 'time', header: 'Thời gian' },
          { field: 'place', header: 'Địa điểm' },
        ];
  const list = Array.from({ length: rows }, (_, at): Row => {
    const total = 90_000 - at * 311 - seed;
    return kind === 'ranking'
      ? {
          rank: at + 1,
          name: `${pick(FAMILY, at + seed)} ${pick(MIDDLE, at * 3 + seed)} ${pick(GIVEN, at * 5 + seed)}`,
          unit: pick(UNITS, at + seed),
          points: 100 + ((at * 37 + seed) % 700),
          total,
        }
      : {
          order: at + 1,
          title: `Sinh hoạt ${pick(['Chi bộ Tân An', 'chi bộ thường kỳ', 'chuyên đề'], at)} tháng ${1 + ((at + seed) % 12)}/2026`,
          status: pick(STATES, at + seed),
          time: `${pad(1 + (at % 28))}/${pad(1 + (seed % 12))}/2026 14:00 - ${pad(1 + (at % 28))}/${pad(1 + (seed % 12))}/2026 16:00`,
          place: `Hội trường ${pick(['tầng trệt', 'khu phố', 'nhà văn hóa'], at + seed)}`,
        };
  });
  return {
    kind,
    heading: kind === 'ranking' ? 'Bảng xếp hạng' : 'Sinh hoạt thường kỳ',
    points: 12_345 + seed,
    name: 'Đỗ Diệu An',
    columns: reversed ? [...columns].reverse() : columns,
    rows: list,
  };
}
