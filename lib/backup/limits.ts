/** How large a backup may be; known to pages without loading what opens it. */

/** Largest file opened, in bytes: twice what a hundred thousand readings take. */
export const MAX_BACKUP_BYTES = 100 * 1024 * 1024;
