/** The operating system's reason for a refusal, in words that follow a colon; its codes are never shown. */
export function reasonOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error);
  if (code === undefined) return message.split('\n')[0]?.replace(/\.$/u, '') ?? '';
  return REASONS[code] ?? 'the system refused it';
}

/** The code of an error that comes from the system or from Node, not from what was read. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return 'syscall' in error || /^E[A-Z\d]+$/u.test(error.code) || error.code in REASONS
    ? error.code
    : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'something of that name is there already',
  ENOTEMPTY: 'the folder is not empty',
  EACCES: 'you have no permission',
  EPERM: 'you have no permission',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'the file would be too large',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its links lead in a circle',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EBUSY: 'another program is using it',
  ETXTBSY: 'another program is using it',
  EIO: 'the disk reports an error',
  ENXIO: 'the device is not there',
  ENODEV: 'the device is not there',
  ENOMEM: 'there is too little memory',
  E2BIG: 'the text is too long for a command line',
  ENOEXEC: 'it is not a program',
  EPIPE: 'the other side has closed it',
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the other side has closed it',
  ETIMEDOUT: 'it took too long',
  ERR_INVALID_ARG_VALUE: 'that is not a valid path',
  ERR_FS_FILE_TOO_LARGE: 'the file is too large',
  ERR_OUT_OF_RANGE: 'a number in it is too large',
};
