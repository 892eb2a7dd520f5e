/**
 * The text of every file under `data/`, by its path relative to that folder with forward slashes,
 * for example `reference/occupations.csv`. The only way data enters the pure part of the program.
 */
export type InputFiles = ReadonlyMap<string, string>
