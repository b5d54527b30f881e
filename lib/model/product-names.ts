/** Names of the product; apart from the schemas, for pages that load none. */

/** Names of the product: its own, and one that tells nothing. */
export const NAMES = {
  full: { vi: 'Sổ tay đồng hành', en: 'Sổ tay đồng hành' },
  plain: { vi: 'Ghi chú', en: 'Notes' },
} as const;
