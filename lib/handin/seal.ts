/** A hand-in into a file: signed by the member (JWS, Ed25519), packed (gzip), sealed to secretary and deputy (age v1). */
import { Encrypter } from 'age-encryption';
import { CompactSign, importJWK } from 'jose';
import { type HandIn, type RecipientCard, type SigningKey, handInSchema } from '../model/hand-in';
import { digestOf } from './digest';
import { pack } from './packing';
import { HandInRefusal, refusalOf } from './refusal';

/** JWS algorithm by RFC 9864. */
export const SIGNATURE = 'Ed25519';

/**
 * Signs and seals. The document must name the key (`from`) and the card (`to`) it is sealed with.
 * @throws HandInRefusal `wrongShape` or `keyMismatch`; never seals what `openHandIn` would refuse
 */
export async function sealHandIn(handIn: HandIn, key: SigningKey, card: RecipientCard): Promise<Uint8Array> {
  const checked = handInSchema.safeParse(handIn);
  if (!checked.success) throw refusalOf('wrongShape', checked.error);
  if (handIn.from !== key.keyId) throw new HandInRefusal('keyMismatch', 'not the key of this document', 'from');
  if (handIn.to !== card.fingerprint) throw new HandInRefusal('otherCard', 'not the card of this document', 'to');
  const encrypter = new Encrypter();
  for (const { key: recipient } of card.recipients) encrypter.addRecipient(recipient);
  return encrypter.encrypt(await pack(await sign(JSON.stringify(checked.data), key)));
}

/** The digest that whoever opens the file will know the document by. @throws HandInRefusal `wrongShape` */
export async function digestOfHandIn(handIn: HandIn): Promise<string> {
  const checked = handInSchema.safeParse(handIn);
  if (!checked.success) throw refusalOf('wrongShape', checked.error);
  return digestOf(JSON.stringify(checked.data));
}

/** The signed document as a compact JWS; its header carries the public key and, as `kid`, its thumbprint. */
export async function sign(json: string, { keyId, jwk }: SigningKey): Promise<string> {
  const { kty, crv, x } = jwk;
  return new CompactSign(new TextEncoder().encode(json))
    .setProtectedHeader({ alg: SIGNATURE, kid: keyId, jwk: { kty, crv, x } })
    .sign(await importJWK({ ...jwk, alg: SIGNATURE }));
}
