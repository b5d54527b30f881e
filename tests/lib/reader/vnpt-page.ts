/** Small pages built like those of the VNPT front end of 2023: bar, heading, toolbar with total, div grid, pager. */
export interface Part {
  heads: string[];
  /** HTML of the cells, row by row. */
  rows: string[][];
  total?: number | null;
  /** Pages the pager offers; 0 for no pager. */
  pages?: number;
  tree?: boolean;
  toolbar?: string;
}

export const POINTS = '<span class="pointer me-2"> Điểm tích lũy: 1286</span>';

const icon = (name: string): string => `<span class="material-icons MuiIcon-root" aria-hidden="true">${name}</span>`;

/** A div grid with everything numbered as the library numbers it. */
export function grid({ heads, rows, tree = false }: Part): string {
  const head = heads
    .map((text, index) => `<div role="columnheader" aria-colindex="${index + 1}" class="rs-table-cell">${text}</div>`)
    .join('');
  const body = rows
    .map(
      (cells, index) =>
        `<div role="row" aria-rowindex="${index + 2}" class="rs-table-row">${cells
          .map((cell, at) => `<div role="gridcell" aria-colindex="${at + 1}" class="rs-table-cell">${cell}</div>`)
          .join('')}</div>`,
    )
    .join('');
  const empty = rows.length === 0 ? '<div class="rs-table-body-info">No data found</div>' : '';
  const loader = '<div class="rs-table-loader-wrapper"><span class="rs-table-loader-text">Loading...</span></div>';
  return `<div role="${tree ? 'treegrid' : 'grid'}" aria-rowcount="${rows.length + 1}" aria-colcount="${heads.length}" class="rs-table"><div role="row" class="rs-table-row rs-table-row-header">${head}</div>${body}${empty}${loader}</div>`;
}

export function list(part: Part): string {
  const { total = null, pages = 1, toolbar = '' } = part;
  const stated =
    total === null
      ? ''
      : `<div class="rs-stack-item"><p class="td-right">Tổng số:</p></div><div class="rs-stack-item"><p class="red border-input"><b>${total}</b></p></div>`;
  const buttons = Array.from(
    { length: pages },
    (_, index) =>
      `<button class="rs-pagination-btn${index === 0 ? ' rs-pagination-btn-active' : ''}">${index + 1}</button>`,
  ).join('');
  const pager = `<div class="rs-pagination-group"><div class="rs-pagination-group-limit"><span class="rs-picker-toggle-value"><span></span><span>30</span><span> / page</span></span></div><div class="rs-pagination"><button aria-label="Previous" title="Previous" disabled>‹</button>${buttons}<button aria-label="Next" title="Next"${pages > 1 ? '' : ' disabled'}>›</button></div></div>`;
  return `<div class="table-toolbar rs-stack">${toolbar}${stated}</div>${grid(part)}${pages === 0 ? '' : pager}`;
}

/** A whole page; `after` stands behind everything, where dialogs and drawers are put. */
export function page(heading: string, content: string, after = '', points = POINTS): string {
  const title = heading === '' ? '' : `<h4>${heading}</h4><h4>|</h4>`;
  return `<html><body><div id="root"><div class="MuiBox-root"><div class="css-1"><div class="MuiBox-root"><div class="css-2">${icon('assignment_ind')}<div class="red-quyen rs-picker"><span class="rs-picker-toggle-value">Bí thư - Chi bộ III - Khối văn phòng</span></div>${icon('equalizer')}${points}</div><button><span class="MuiBadge-badge">10</span></button></div></div></div><div class="css-3"><div class="breadcrumb">${title}<nav>Đảng bộ Viễn thông</nav></div><div class="MuiCard-root">${content}</div></div></div>${after}</body></html>`;
}

/** A dialog of the table library, open. */
export const dialog = (content: string): string =>
  `<div class="rs-modal-wrapper"><div role="dialog" aria-modal="true" class="rs-modal rs-modal-md"><h4 class="rs-modal-title">CHỌN ĐẢNG BỘ/CHI BỘ</h4>${content}</div></div>`;
