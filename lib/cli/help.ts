/** Help of the program and of each command. */

/** Texts by command; the empty key is the program's own. */
export const HELP: Readonly<Record<string, string>> = Object.assign(Object.create(null) as Record<string, string>, {
  '': `sotay - điểm tích lũy của chi bộ: tổng hợp và đọc trang đã lưu
        points of a Party cell: tally readings, read saved pages

Usage:
  sotay tally <file…> --period <period> [options]
  sotay extract <page.html> [--site <id|file.json>] [--url <url>]
  sotay site check <site.json> [<page.html>…] [--url <url>]
  sotay backup check <file.age>
  sotay backup open <file.age> --out <data.json>
  sotay document <document> <input.json> [--format docx|xlsx|csv] [--profile <id|file>] [--out <path>]
  sotay profile check <id|file>
  sotay profile show <id|file>
  sotay <command> --help
  sotay --version

Exit codes: 0 done, 2 wrong usage, 3 input not understood (file, row, column and why on stderr).
Nothing is sent anywhere; the tally does not replace the official figures.
`,
  tally: `sotay tally <file…> --period <period> [options]

Files: CSV (comma, semicolon or tab, with or without BOM), XLSX, JSON. Columns, in Vietnamese or English:
  Họ và tên (name), Mã (code), Ngày (date), Điểm tích lũy (total),
  Đã cài đặt (installed), Đủ điều kiện (eligible), Lý do (reason)

Options:
  --period <period>     2026-11 (month), 2026-Q3, 2026-H1, 2026-9M, 2026, or 2026-01-01..2026-06-30
  --unit <text>         name of the cell
  --rank <method>       competition (1-1-3, default) or dense (1-1-2)
  --by <figure>         points (default) or closing
  --out <path>          .xlsx, .csv, .json or .md; without it a table is printed
  --delimiter <mark>    CSV only: ";" with decimal commas (default) or "," with decimal points
  --superior <text>     XLSX heading: the body above the cell
  --place <text>        XLSX heading: place of the date line
  --signer <text>       XLSX: name under the signature

Rules: closing = last reading on or before the period's last day; opening = last reading before its first day, else the
first inside it (openingInPeriod); points = sum of the rises between them, a fall starts a new run (reset); no reading = null.
`,
  backup: `sotay backup check <file.age>
sotay backup open <file.age> --out <data.json>

A copy made by the extension (age v1 with a passphrase). check prints how many records of each kind it holds; open writes
them as JSON that anybody can read. The passphrase is asked on the terminal or taken from SOTAY_PASSPHRASE; a made one may
be typed with or without marks. Ends with 3 and a reason when the file is wrong, cut, changed or not ours.
`,
  extract: `sotay extract <page.html> [--site <id|file.json>] [--url <url>]

Prints what a saved page of the handbook shows, as JSON. Without --site the page is recognised by itself.
Ends with 3 and a reason when the page is not recognised or has changed.
`,
  document: `sotay document <document> <input.json> [options]
sotay document <document> --schema

Makes one document from its input (docs/documents.md; --schema prints its JSON Schema) and says what should be looked at before it leaves.

Documents:
  programme, minutes, resolution, notice, report                       docx
  meeting-quality, adoption, point-tally, attendance, six-month        xlsx, docx, csv

Options:
  --format <format>     docx, xlsx or csv; default the first the document has
  --profile <id|file>   layout: hd05-2026 (default), hd36-2018, or a profile as JSON
  --out <path>          default a neutral name in this folder, such as bang-2026-02-05.xlsx
  --delimiter <mark>    CSV only: ";" with decimal commas (default) or "," with decimal points
  --strict              writes nothing while something has to be mended

Ends with 3 when the input does not fit (every place is named), or with --strict when something has to be mended.
`,
  profile: `sotay profile check <id|file>
sotay profile show <id|file>

check says whether a document profile is valid, what it sets and how sure each part is, or names everything that is wrong.
show prints it as JSON: a start for one of your own. Shipped: hd05-2026, hd36-2018.
`,
  site: `sotay site check <site.json> [<page.html>…] [--url <url>]

Checks a site definition (taught, or written by hand) against the grammar and its limits, says what it reads and from which
host, then reads each saved page with it: what was read, or what was refused and why. Without pages only the definition.
Ends with 0 when the definition is valid and every page was read, with 3 otherwise. No value of a page is printed, only
fields and counts.
`,
});
