/** Hands a finished file to the person through the browser's own download, without any permission or request. */

/** Starts one download; the address is released once the browser has taken it. */
export function downloadFile(content: BlobPart, name: string, type: string, doc: Document = document): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = doc.createElement('a');
  link.href = address;
  link.download = name;
  link.hidden = true;
  doc.body.append(link);
  link.click();
  link.remove();
  // Chromium reads the blob after click() returns; a minute is far more than it needs.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
