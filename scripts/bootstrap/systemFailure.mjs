const PLACE = 'choose another place: npm start -- --home FOLDER, XDG_CACHE_HOME for downloads.';

/** What the operating system refused, and what to do: one sentence each. Undefined for any other error. */
export function systemFailure(error) {
  switch (error?.code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return [error.path ? `The disk is full: ${error.path} could not be written.` : 'The disk is full.', `Free some space, or ${PLACE}`];
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return [`${error.path ?? error.message} may not be written by this user (${error.code}).`, `Give this user access to it, or ${PLACE}`];
    default:
      return undefined;
  }
}

/** The same for the last lines of a log, where the words of SQLite and Node stand. */
export function diskFullIn(log, folder) {
  return /ENOSPC|EDQUOT|SQLITE_FULL|database or disk is full|disk I\/O error|no space left on device/i.test(log)
    ? [`The disk under ${folder} is full.`, `Free some space, or ${PLACE}`]
    : undefined;
}
