/** Addresses and their hosts, apart from the schemas: small pages need no schema library for them. */

/** The host of an address we may read, else null: https, or http on this computer. */
export function hostOfAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const own = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  if (own ? url.protocol !== 'http:' : url.protocol !== 'https:' || url.port !== '') return null;
  return isHost(url.host) ? url.host : null;
}

/** The match pattern asked for when a host is added: this computer's own name is granted with all its ports. */
export function patternOfHost(host: string): string {
  const [name = ''] = host.split(':');
  return name === 'localhost' || name === '127.0.0.1' ? `http://${name}/*` : `https://${host}/*`;
}

/** `URL.host` of an address that may be added. */
export function isHost(text: string): boolean {
  const [name = '', port, ...more] = text.split(':');
  const digits = (part: string): boolean => part !== '' && [...part].every((char) => char >= '0' && char <= '9');
  if (name === 'localhost' || name === '127.0.0.1') return more.length === 0 && (port === undefined || digits(port));
  if (port !== undefined) return false;
  const parts = name.split('.');
  const isPart = (part: string): boolean =>
    part !== '' && [...part].every((char) => char === '-' || /[a-z0-9]/.test(char));
  return parts.length >= 2 && parts.every(isPart);
}
