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
  sotay handin keygen|card|seal|open|review …
  sotay rubric list | show <id|file> | check <id|file> | score <id|file> <sheet.json>
  sotay document <document> <input.json> [--format docx|xlsx|csv] [--profile <id|file>] [--out <path>]
  sotay profile check <id|file>
  sotay profile show <id|file>
  sotay <command> --help
  sotay --version

Exit codes: 0 done, 1 defects found by rubric check --strict, 2 wrong usage, 3 input not understood (file, row, column and
why on stderr).
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
  handin: `sotay handin keygen member|secretary --out <key file>
sotay handin card --cell <name> --secretary <age1…|key file> [--deputy <age1…|key file>]… [--out <card.json>]
sotay handin seal <readings…> --name <name> --period <period> --key <key file> --card <card> [options]
sotay handin open <file.age> --key <key file> [--card <card>] [--out <document.json>]
sotay handin review <file or folder…> --key <key file> --roster <list> [options]

What a member hands in to the secretary: signed (Ed25519), packed, sealed with age to secretary and deputy; files only.
keygen  a member's signing key (JSON), or a secretary's key in the form of age-keygen; never overwrites
card    for whom to seal: one line to paste, and the words to compare face to face or by voice
seal    --revision <n> (default 1), --parts totals,readings (default totals), --study <n>, --opinions <n>,
        --out <file.age>; prints the document: this and nothing else leaves
open    prints the document, and on stderr the words of the key it was signed with
review  who, what, state, questions; --card <card> (repeat) refuses what was made for another card, --state <state.json>
        remembers keys and what was taken, --take <readings.csv> takes over what raises no question (for sotay tally),
        --out <review.json>. <list> is a file of names, with readings where there are any. A folder is kept as a mailbox:
        mailbox.json in it notes what arrived and what is settled.

Ends with 3 when a file is refused; the reason has a code (docs/hand-in-format.md).
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
  --out <path>          default a neutral name in this folder, such as bang-diem-2026-02.xlsx
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
  rubric: `sotay rubric list [--json]
sotay rubric show <id|file.json> [--json]
sotay rubric check <id|file.json> [--strict] [--json]
sotay rubric score <id|file.json> <sheet.json> [--json]

Rubrics for scoring a meeting of the cell: shipped ones by id (list names them), or a file in the format sotay-rubric.
show --json writes a shipped one as a file to edit. check names gaps and overlaps of bands and grades, sums that do not add
up, and whatever else the form leaves open; it ends with 0, with --strict and a defect with 1. score reads a sheet
(sotay-score-sheet) and prints points, grade and missing notes of each scorer, and what the facts in it propose, with reasons.
Ends with 3 and a reason when a file is no rubric or no sheet, or the sheet belongs to another version.
`,
});
