/** A document drawn as paper from the same model that the files are written from; what is printed is exactly this. */
import type { CSSProperties } from 'preact';
import { headerWidths, pageOf } from '@/lib/documents/geometry';
import type { Paper, Signature } from '@/lib/documents/paper';
import { capitals } from '@/lib/documents/plain-text';
import { PaperBlocks } from './PaperBlocks';
import './documents.css';
import { usePageRules } from './page-rules';

export function PaperDocument({ paper, label }: { paper: Paper; label: string }) {
  usePageRules(paper);
  const { profile, title, closing } = paper;
  return (
    <article class="sheet" style={measures(paper)} lang="vi" aria-label={label}>
      <Header paper={paper} />
      {paper.draft === null ? null : <p class="sheet-draft">({paper.draft})</p>}
      <p class="sheet-type">{title.type}</p>
      {title.abstract.map((line) => (
        <p key={line} class="sheet-abstract">
          {line}
        </p>
      ))}
      <p class="sheet-dashes" aria-hidden="true">
        {profile.title.dashes}
      </p>
      <PaperBlocks blocks={paper.blocks} />
      {paper.notes.map((note) => (
        <p key={note} class="sheet-note">
          {note}
        </p>
      ))}
      <div class="sheet-closing" data-columns={(closing.recipients === null ? 0 : 1) + closing.signatures.length}>
        {closing.recipients === null ? null : (
          <div class="sheet-recipients">
            <p data-underline={profile.recipients.underline ? '' : undefined}>{profile.recipients.title}</p>
            <ul>
              {closing.recipients.map((one) => (
                <li key={one}>- {one}</li>
              ))}
            </ul>
          </div>
        )}
        {closing.signatures.map((one) => (
          <SignatureBlock key={one.head} signature={one} />
        ))}
      </div>
      {paper.appendices.map((appendix) => (
        <section key={appendix.title} class="sheet-appendix">
          <p class="sheet-type">{appendix.title}</p>
          <PaperBlocks blocks={appendix.blocks} />
        </section>
      ))}
    </article>
  );
}

function Header({ paper: { header, profile } }: { paper: Paper }) {
  const mark = profile.header.mark === '' ? null : <p>{profile.header.mark}</p>;
  return (
    <div class="sheet-head">
      <div>
        {header.superior === null ? null : <p>{capitals(header.superior)}</p>}
        <p>
          <strong>{capitals(header.body)}</strong>
        </p>
        {header.number === null ? null : mark}
      </div>
      <div>
        <p class="sheet-party" data-rule={profile.header.rule ? '' : undefined}>
          <strong>{profile.header.party}</strong>
        </p>
      </div>
      {/* Without a number the mark stands beside the date. */}
      <div class="sheet-number">{header.number === null ? mark : <p>{header.number}</p>}</div>
      <p class="sheet-date">{header.placeDate}</p>
    </div>
  );
}

function SignatureBlock({ signature }: { signature: Signature }) {
  return (
    <div class="sheet-signature">
      <p>
        <strong>{signature.head}</strong>
      </p>
      {signature.title === null ? null : <p>{signature.title}</p>}
      <p class="sheet-name">
        <strong>{signature.name ?? ''}</strong>
      </p>
    </div>
  );
}

/** The profile's measures for the style sheet. */
function measures(paper: Paper): CSSProperties {
  const { profile } = paper;
  const page = pageOf(paper);
  const [left, right] = headerWidths(page.text);
  const sizes = Object.entries(profile.fonts).flatMap(([name, value]) =>
    typeof value === 'number' ? [[`--size-${name}`, `${value}pt`]] : [],
  );
  return {
    '--width': `${page.width}mm`,
    '--height': `${page.height}mm`,
    '--top': `${page.margins.top}mm`,
    '--right': `${page.margins.right}mm`,
    '--bottom': `${page.margins.bottom}mm`,
    '--left': `${page.margins.left}mm`,
    '--head': `${left}fr ${right}fr`,
    '--indent': `${profile.body.firstLineIndent}mm`,
    '--line': `${profile.body.lineSpacing}pt`,
    '--after': `${profile.body.spaceAfter}pt`,
    '--family': `'${profile.fonts.family.replaceAll("'", '')}', 'Tinos', 'Liberation Serif', serif`,
    ...Object.fromEntries(sizes),
    // Custom properties are no part of the type.
  } as CSSProperties;
}
