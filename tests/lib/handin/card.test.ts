/** Recipient cards: both forms come back, whatever a chat does to the line; anything changed is refused. */
import { describe, expect, it } from 'vitest';
import { cardFile, cardText, makeCard, readCard } from '../../../lib/handin/card';
import { card, deputy, secretary, stranger } from './people';

const codeOf = (text: string) =>
  readCard(text).then(
    () => 'read',
    (error: { code?: string }) => error.code,
  );

describe('a recipient card', () => {
  it('comes back from its file and from its line', async () => {
    expect(await readCard(cardFile(card))).toEqual(card);
    expect(await readCard(cardText(card))).toEqual(card);
    expect(cardText(card)).toMatch(/^sotay-recipient:[\w-]+$/);
    expect(cardText(card).length).toBeLessThan(700);
  });

  it('is found inside a message, and broken into lines', async () => {
    const line = cardText(card);
    const broken = `Chào các đồng chí, thẻ của chi bộ đây:\n${line.slice(0, 60)}\n ${line.slice(60)}\ncam on`;
    expect(await readCard(broken)).toEqual(card);
  });

  it('is refused when changed, cut, or something else', async () => {
    const swapped = cardFile(card).replace(deputy.recipient, stranger.recipient);
    expect(await codeOf(swapped)).toBe('badCard');
    expect(await codeOf(cardFile(card).replace('phố 5', 'phố 6'))).toBe('badCard');
    expect(await codeOf(cardFile(card).replace(/age1...../, 'age1qqqqq'))).toBe('badCard');
    expect(await codeOf(cardText(card).slice(0, -9))).toBe('badCard');
    expect(await codeOf('xin chào')).toBe('notACard');
    expect(await codeOf('{"format":"sotay-data"}')).toBe('notACard');
    expect(await codeOf('x'.repeat(10_000))).toBe('notACard');
    expect(await codeOf(JSON.stringify({ ...card, version: 2 }))).toBe('newerFormat');
    expect(await codeOf(JSON.stringify({ ...card, phone: 1 }))).toBe('badCard');
  });

  it('has the secretary first and each key once', async () => {
    const one = (role: 'secretary' | 'deputy', { recipient: key }: { recipient: string }) => ({ role, key });
    const made = (...recipients: ReturnType<typeof one>[]) =>
      makeCard({ cell: 'A', recipients }).then(
        () => 'made',
        (error: { code?: string }) => error.code,
      );
    expect(await made(one('secretary', secretary))).toBe('made');
    expect(await made(one('deputy', secretary))).toBe('badCard');
    expect(await made(one('secretary', secretary), one('secretary', deputy))).toBe('badCard');
    expect(await made(one('secretary', secretary), one('deputy', secretary))).toBe('badCard');
    expect(await made()).toBe('badCard');
  });

  it('has another fingerprint with another name, key or order', async () => {
    const recipients = card.recipients;
    const others = await Promise.all([
      makeCard({ cell: 'Chi bộ khác', recipients }),
      makeCard({ cell: card.cell, recipients: recipients.slice(0, 1) }),
    ]);
    expect(new Set([card, ...others].map((one) => one.fingerprint)).size).toBe(3);
  });
});
