/** How large a backup may be; known to pages without loading what opens it. */

/** Largest file opened, in bytes. */
export const MAX_BACKUP_BYTES = 50 * 1024 * 1024;
