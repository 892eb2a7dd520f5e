import { HeadroomError } from '../errors/headroom-error.ts'

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'you may not open it',
  EBUSY: 'another program is using it',
  EDQUOT: 'your disk quota is used up',
  EEXIST: 'something with that name is already there',
  EFBIG: 'it would be larger than a file may be here',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its links go round in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'its name is too long',
  ENOENT: 'it isn’t there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'part of its path is a file, not a folder',
  EPERM: 'you may not change it',
  EROFS: 'the disk is read-only',
}

/** What a failed file operation means, in plain words; a failure with no code of its own keeps its message. */
export function reasonOf(cause: unknown): string {
  const code = errorCode(cause)
  if (code !== undefined) return REASONS[code] ?? code
  return cause instanceof Error ? cause.message : String(cause)
}

/** The operating system's code of a failure, for example `ENOENT`, or undefined. */
export function errorCode(cause: unknown): string | undefined {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined
  return typeof code === 'string' ? code : undefined
}

/** The error to raise when a file can't be read. A HeadroomError passes through. */
export const unreadable = (file: string, cause: unknown): HeadroomError =>
  cause instanceof HeadroomError
    ? cause
    : new HeadroomError('file-unreadable', { file, reason: reasonOf(cause) }, { cause })

/** The error to raise when a file can't be written. A HeadroomError passes through. */
export function unwritable(file: string, cause: unknown): HeadroomError {
  if (cause instanceof HeadroomError) return cause
  const reason = errorCode(cause) === 'ENOENT' ? 'the folder it would be in isn’t there' : reasonOf(cause)
  return new HeadroomError('file-unwritable', { file, reason }, { cause })
}
