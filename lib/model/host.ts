/** Addresses and their hosts, apart from the schemas: small pages need no schema library for them. */

/** The host of an address we may read, else null: https, or http on this computer. */
export function hostOfAddress(address: string): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (isOwnComputer(url.hostname) ? url.protocol !== 'http:' : url.protocol !== 'https:' || url.port !== '')
    return null;
  return isHost(url.host) ? url.host : null;
}

/** The match pattern asked for when a host is added: this computer's own name is granted with all its ports. */
export function patternOfHost(host: string): string {
  const [name = ''] = host.split(':');
  return isOwnComputer(name) ? `http://${name}/*` : `https://${host}/*`;
}

/** `URL.host` of an address that may be added. */
export function isHost(text: string): boolean {
  const [name = '', port, ...more] = text.split(':');
  const digits = (part: string): boolean => part !== '' && [...part].every((char) => char >= '0' && char <= '9');
  if (isOwnComputer(name)) return more.length === 0 && (port === undefined || digits(port));
  return isHostName(text);
}

/** This computer's own names, with or without a port. */
export function isOwnComputer(host: string): boolean {
  const [name] = host.split(':');
  return name === 'localhost' || name === '127.0.0.1';
}

/** A name of two parts or more, as it is looked up in the net; no port. */
export function isHostName(text: string): boolean {
  const parts = text.split('.');
  return parts.length >= 2 && parts.every(isLabel);
}

/** Lower-case letters, digits and hyphens. */
export function isLabel(text: string): boolean {
  return (
    text !== '' &&
    [...text].every((char) => (char >= 'a' && char <= 'z') || (char >= '0' && char <= '9') || char === '-')
  );
}
