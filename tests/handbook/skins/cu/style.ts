/** The style sheet of the `cu` skin, as old as the rest of it. */
export const STYLE = `
body { font: 14px 'Liberation Sans', Arial, sans-serif; margin: 12px; color: #222; }
table { border-collapse: collapse; } td, th { padding: 4px 8px; }
table.luoi td, table.luoi th { border: 1px solid #999; } table.luoi th { background: #f4d9d9; }
table.dau-trang { width: 100%; background: #a00; color: #ff9; } .dau-trang a { color: #fff; }
.menu { background: #eee; padding: 6px; margin-bottom: 10px; } .so { text-align: right; } .loi { color: #c00; }
iframe { border: 0; width: 100%; height: 95vh; } .trang { margin: 8px 0; } label { display: block; margin: 6px 0; }
.hep table.luoi { display: block; overflow-x: auto; } .hep .menu { font-size: 12px; }
@media (max-width: 700px) { table.luoi { display: block; overflow-x: auto; } }
`;
