import { HeadroomError } from '../../errors/headroom-error.ts'

/** What has no place in a line of text: control characters, line ends, marks that turn the direction of writing, lone halves of characters. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u

/**
 * A title that somebody typed, without space at its ends and with single spaces inside.
 * @param most characters
 * @throws HeadroomError `title-wrong`
 */
export function readTitle(given: string | null, most: number): string {
  const refuse = (reason: string): never => {
    throw new HeadroomError('title-wrong', { reason, most })
  }
  const title = (given ?? '').normalize('NFC').replace(/ +/g, ' ').trim()
  if (title === '') refuse('it is empty')
  if (UNFIT.test(title)) refuse('it has a line break or another sign that can’t be seen')
  if ([...title].length > most) refuse(`it has ${[...title].length} characters`)
  return title
}
