/** Drafts of forms in the store: the last text of each, gone when thrown away, and with the person they are about. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { draftSchema, MOST_IN_DRAFT } from '../../../lib/model/draft';
import { memberDraftSchema } from '../../../lib/model/actions';
import { exportEverything, getDraft } from '../../../lib/tracker';
import { dropDraft, saveDraft } from '../../../lib/tracker/write-drafts';
import { erasePerson } from '../../../lib/tracker/write-person';
import { saveMembers } from '../../../lib/tracker/write-roster';
import { freshStore } from './readings';

const NOW = new Date('2026-11-20T05:00:00Z');
const paste = { key: 'paste', memberId: null, text: '"Họ và tên\\tĐiểm"' };

describe('drafts', () => {
  it('are kept one for each form, out of every export, until they are thrown away', async () => {
    const db = freshStore();
    expect(await getDraft(db, 'paste')).toBeNull();
    expect(await saveDraft(db, { ...paste, text: '"a"' }, NOW)).toMatchObject({ ok: true });
    expect(await saveDraft(db, paste, NOW)).toMatchObject({ ok: true });
    expect(await getDraft(db, 'paste')).toEqual({ ...paste, at: NOW.toISOString() });
    expect(await db.drafts.count()).toBe(1);
    expect(JSON.stringify(await exportEverything(db, NOW))).not.toContain('Điểm');
    expect(await dropDraft(db, 'paste', NOW)).toMatchObject({ ok: true });
    expect(await dropDraft(db, 'paste', NOW)).toMatchObject({ ok: true });
    expect(await getDraft(db, 'paste')).toBeNull();
    expect(await db.journal.count()).toBe(0);
  });

  it('of a person go with them, as does any that names them', async () => {
    const db = freshStore();
    const saved = await saveMembers(
      db,
      ['Nguyễn Văn An', 'Trần Bình'].map((name) => memberDraftSchema.parse({ name })),
      NOW,
    );
    const [an = '', binh = ''] = saved.ok ? saved.value.ids : [];
    await saveDraft(db, { key: `member ${an}`, memberId: an, text: '{"role":"Bí thư"}' }, NOW);
    await saveDraft(db, { key: `member ${binh}`, memberId: binh, text: '{"name":"Trần Bình"}' }, NOW);
    await saveDraft(db, { ...paste, text: '"STT\\tNguyễn  văn An\\t5"' }, NOW);
    await saveDraft(db, { key: 'activity', memberId: null, text: `{"2026-11":{"${an}":{"visits":"3"}}}` }, NOW);
    await erasePerson(db, { person: { memberId: an, name: 'Nguyễn Văn An' }, scope: 'all', consentId: null }, NOW);
    expect((await db.drafts.toArray()).map(({ memberId }) => memberId)).toEqual([binh]);
    // Typed on in a window that was open: nothing of the erased is kept again.
    await saveDraft(db, { key: `member ${an}`, memberId: an, text: '{"role":"Bí thư"}' }, NOW);
    expect(await getDraft(db, `member ${an}`)).toBeNull();
  });

  it('are checked at the door', () => {
    expect(draftSchema.safeParse(paste).success).toBe(true);
    expect(draftSchema.safeParse({ ...paste, text: `"${'x'.repeat(MOST_IN_DRAFT)}"` }).success).toBe(false);
    expect(draftSchema.safeParse({ ...paste, more: 1 }).success).toBe(false);
    expect(draftSchema.safeParse({ ...paste, text: '{' }).success).toBe(false);
  });
});
