/** What was read and from where, lists on the way, figures beside those of the page, what was skipped, and our cost. */
import type { PanelView } from '@/lib/protocol';
import type { BaseTexts } from '../i18n/base';
import { useFormat, useLanguage, useText } from '../i18n/base';

export function Lists({ view }: { view: PanelView }) {
  const text = useText().glance.tables;
  if (view.tables.length === 0) return null;
  const open = view.tables.some((table) => table.kept && !table.complete);
  return (
    <section class="glance-part">
      <h2>{text.title}</h2>
      <ul class="glance-lines">
        {view.tables.map((table, index) => (
          <li key={`${table.kind} ${index}`}>
            <span>{text.kinds[table.kind]}</span>
            <ListCount table={table} />
          </li>
        ))}
      </ul>
      {open && <p class="small soft">{text.incomplete}</p>}
    </section>
  );
}

/** "đã ghi 40/300"; a list that is only read, never kept, does not claim more. */
export function ListCount({ table, brief = false }: { table: PanelView['tables'][number]; brief?: boolean }) {
  const text = useText().glance.tables;
  const format = useFormat();
  const words = table.kept ? text.kept : text.lookedAt;
  return (
    <span class="figures glance-count" data-complete={table.complete ? '' : undefined}>
      {table.total === null
        ? words.soFar(format.number(table.captured))
        : words.of(format.number(table.captured), format.number(table.total))}
      {table.complete && !brief && ` · ${text.complete}`}
    </span>
  );
}

/** "khớp", or "lệch 3" with the likely causes; my own points stay masked while numbers are hidden. */
export function Reconciled({ view, masked }: { view: PanelView; masked: boolean }) {
  const text = useText().glance.reconcile;
  const format = useFormat();
  if (view.reconciliation.length === 0) return null;
  return (
    <section class="glance-part">
      <h2>{text.title}</h2>
      <ul class="glance-lines">
        {view.reconciliation.map((line) => {
          const hide = masked && line.subject === 'myPoints';
          return (
            <li key={line.subject} class="glance-reconciled">
              <span>{text.subjects[line.subject]}</span>
              <span class="glance-verdict figures" data-verdict={line.verdict}>
                {line.verdict === 'match'
                  ? text.match
                  : text.differ(hide ? '…' : format.number(Math.abs(line.difference)))}
              </span>
              {line.verdict === 'differ' && (
                <div class="small">
                  {!hide && <p>{text.figures(format.number(line.ours), format.number(line.theirs))}</p>}
                  <p class="soft">{text.causesTitle}</p>
                  <ul class="glance-causes">
                    {(line.causes.length === 0 ? [''] : line.causes).map((cause) => (
                      <li key={cause}>{causeText(text, cause)}</li>
                    ))}
                  </ul>
                </div>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function causeText(text: BaseTexts['glance']['reconcile'], cause: string): string {
  return Object.entries(text.causes).find(([code]) => code === cause)?.[1] ?? text.otherCause;
}

export function Skipped({ view }: { view: PanelView }) {
  const text = useText().glance;
  const format = useFormat();
  const { columns, secret } = view.skipped;
  if (columns.length === 0 && secret === 0 && view.problems.length === 0) return null;
  return (
    <>
      {(columns.length > 0 || secret > 0) && (
        <section class="glance-part">
          <h2>{text.skipped.title}</h2>
          {columns.length > 0 && <p class="small">{text.skipped.columns(columns.join(', '))}</p>}
          {secret > 0 && <p class="small">{text.skipped.secret(format.number(secret))}</p>}
        </section>
      )}
      {view.problems.length > 0 && (
        <section class="glance-part">
          <h2>{text.problems.title}</h2>
          <ul class="glance-causes small">
            {view.problems.map((problem) => (
              <li key={`${problem.code} ${problem.part}`}>
                {text.problems.line(text.problems.codes[problem.code], problem.part)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** Site, screen, raw text and time of the last kept reading. */
export function Source({ view, masked }: { view: PanelView; masked: boolean }) {
  const text = useText().glance;
  const language = useLanguage();
  const format = useFormat();
  const me = [view.me.name, view.me.role, view.me.unit].filter((part) => part !== null && part !== '').join(' · ');
  const { points, site, cost } = view;
  const rows: [string, string][] = [];
  if (me !== '') rows.push([text.source.me, me]);
  if (site) {
    rows.push([text.source.site, `${site.label} (${text.source.siteVersion(site.version)})`]);
    rows.push([text.source.checked, site.checkedAgainst[language]]);
  }
  if (points) {
    rows.push([text.source.origin, points.origin]);
    rows.push([text.source.where, points.where]);
    if (!masked) rows.push([text.source.raw, `“${points.raw.trim()}”`]);
    rows.push([text.source.readAt, format.instant(points.readAt)]);
  }
  if (rows.length === 0 && cost === null) return null;
  return (
    <details class="glance-part glance-details">
      <summary>{text.source.title}</summary>
      <dl class="glance-facts">
        {rows.map(([term, value]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd class="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
      {cost && <p class="small soft figures">{text.cost(format.rough(cost.lastMs), format.rough(cost.totalMs))}</p>}
    </details>
  );
}
