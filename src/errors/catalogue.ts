/**
 * Every error a user can meet, in one place. `message` and `next` may name fields in braces, filled
 * from the details given where the error is raised. The reference page is made from this list.
 */
export const CATALOGUE = {
  'area-unknown': {
    exit: 2,
    message: 'There is no area with the code {code}.',
    next: 'Use ENG, a region code such as Y56 or an area code such as QKK; “headroom areas” lists them all.',
  },
  'area-not-in-run': {
    exit: 2,
    message: 'The projection was made for {scope} alone and says nothing of {code}.',
    next: 'Make one that has it, for example “headroom project --area {code}”, or all England without --area.',
  },
  'occupation-unknown': {
    exit: 2,
    message: 'There is no occupation, staff group or sector with the code {code}.',
    next: 'Use a code of data/reference/occupations.csv, staff-groups.csv or sectors.csv, or “all”.',
  },
  'family-unknown': {
    exit: 2,
    message: 'There is no family of series with the code {family} in the back-test.',
    next: 'Use one of: {known}.',
  },
  'measure-unknown': {
    exit: 2,
    message: 'There is no measure with the code {code}.',
    next: 'Use one of: {known}.',
  },
  'measure-not-of-series': {
    exit: 2,
    message: 'The measure {measure} says nothing of {series}.',
    next: 'Measures of staff go with staff, those of unpaid care with “unpaid-care”; docs/reference/measures.md lists them.',
  },
  'decision-one': {
    exit: 2,
    message: 'A choice needs two scenarios or more, found {found}.',
    next: 'Name them with a comma between, for example “--decide no-change,ten-point-plan”.',
  },
  'year-out-of-range': {
    exit: 2,
    message: 'The year {year} is outside {first} to {last}.',
    next: 'Give the year of a 31 March within that range.',
  },
  'scenario-unknown': {
    exit: 2,
    message: 'There is no scenario named {name}.',
    next: 'Did you mean {nearest}? “headroom scenarios” lists them all; a file of your own must end in .yaml.',
  },
  'scenario-syntax': {
    exit: 2,
    message: '{file} can’t be read as a scenario: {reason}.',
    next: 'Correct it there; “headroom scenarios no-change” shows what a scenario looks like.',
  },
  'scenario-key': {
    exit: 2,
    message: '{file}, {path}: {found} is not a key that belongs there.',
    next: 'Use one of: {known}.',
  },
  'scenario-value': {
    exit: 2,
    message: '{file}, {path}: expected {expected}, found {found}.',
    next: 'Correct that value.',
  },
  'scenario-lever': {
    exit: 2,
    message: '{file}: there is no lever named {found}.',
    next: 'Did you mean {nearest}? “headroom levers” lists them all.',
  },
  'scenario-setting': {
    exit: 2,
    message: '{file}, {path}: {found} is out of the limits of {lever}.',
    next: 'It is {meaning}: {min} to {max} {unit}.',
  },
  'builder-setting': {
    exit: 2,
    message: '{lever}{where} can’t be set to {found}.',
    next: 'It is {meaning}, {min} to {max}.',
  },
  'scenario-unit': {
    exit: 2,
    message: '{file}, {path}: {lever} is set in {expected}, not in {found}.',
    next: 'Give the setting in {expected}, or leave the unit out.',
  },
  'scenario-assumption': {
    exit: 2,
    message: '{file}, {path}: {problem}.',
    next: 'The tables are in data/assumptions; name a row by the values of its columns.',
  },
  'scenario-cycle': {
    exit: 2,
    message: '{file} is based on itself, by way of {chain}.',
    next: 'Remove one of these based_on.',
  },
  'lever-unknown': {
    exit: 2,
    message: 'There is no lever named {name}.',
    next: 'Did you mean {nearest}? “headroom levers” lists them all.',
  },
  'scenarios-same': {
    exit: 2,
    message: '{a} and {b} are the same scenario, so there is nothing to compare.',
    next: 'Give two different scenarios.',
  },
  'command-wrong': {
    exit: 2,
    message: '{problem}',
    next: '“{command} --help” says how to use it, with an example.',
  },
  'series-unknown': {
    exit: 2,
    message: 'There is no series with the code {code}.',
    next: 'Use one of: {known}.',
  },
  'bundle-damaged': {
    exit: 1,
    message: 'The data that the browser computes with ({name}) came damaged: {problem}.',
    next: 'Load it again. Until then the server can work the scenario out.',
  },
  'server-busy': {
    exit: 1,
    message: 'The server is working out {waiting} other scenarios.',
    next: 'Try again in a minute, or use a browser with scripts, which works scenarios out itself.',
  },
  'write-refused': {
    exit: 2,
    message: 'This form didn’t come from a page of this server, so nothing was done.',
    next: 'Open the page on this server and send the form from there.',
  },
  'write-too-often': {
    exit: 2,
    message:
      'Your address has sent {sent} forms in {minutes} minutes, as many as this server takes from one address.',
    next: 'Wait {minutes} minutes and send it again.',
  },
  'title-wrong': {
    exit: 2,
    message: 'This title can’t be saved: {reason}.',
    next: 'Give a title of 1 to {most} letters, digits and signs, all in one line.',
  },
  'saved-long': {
    exit: 2,
    message: 'This scenario takes {length} characters to write down, and at most {most} can be saved.',
    next: 'Take out some settings, or download the scenario file and keep that.',
  },
  'saved-full': {
    exit: 1,
    message: 'This server keeps at most {most} {what}, and has no room for another.',
    next: 'Keep the address or the file of yours. Whoever runs the server can take old ones out of the folder that --saved names.',
  },
  'saved-unknown': {
    exit: 2,
    message: 'Nothing is kept on this server under {id}.',
    next: 'Check the address for typing mistakes. What others keep is on their own servers.',
  },
  'saved-damaged': {
    exit: 1,
    message: 'What was kept as {file} can’t be read: {reason}.',
    next: 'Put that file back from a copy, or delete it and save again. The others are unharmed.',
  },
  'plans-busy': {
    exit: 1,
    message: 'The server is working out a plan, and {waiting} more wait for their turn.',
    next: 'Try again in a few minutes. On a machine of your own, “headroom plan” does the same.',
  },
  'option-invalid': {
    exit: 2,
    message: 'The option {option} can’t be {value}.',
    next: 'It must be {expected}.',
  },
  'file-missing': {
    exit: 1,
    message: 'The file {file} is missing.',
    next: 'Put it back, or install Headroom again.',
  },
  'file-unreadable': {
    exit: 1,
    message: 'The file {file} can’t be read: {reason}.',
    next: 'Check that it exists and that you may read it.',
  },
  'file-unwritable': {
    exit: 1,
    message: 'Can’t write {file}: {reason}.',
    next: 'Free some space or choose another folder with --out; nothing was left half-written.',
  },
  'table-header': {
    exit: 1,
    message: '{file}: expected the columns {expected}, found {found}.',
    next: 'Restore the header row.',
  },
  'table-cell': {
    exit: 1,
    message: '{file}, row {row}, column {column}: expected {expected}, found {found}.',
    next: 'Correct that cell.',
  },
  'table-reference': {
    exit: 1,
    message: '{file}, row {row}, column {column}: {found} is not a code of {list}.',
    next: 'Use a code from that list, or add the code there first.',
  },
  'table-duplicate': {
    exit: 1,
    message: '{file}, row {row}: the key {key} is already on row {first}.',
    next: 'Remove or correct one of the two rows.',
  },
  'table-incomplete': {
    exit: 1,
    message: '{file}: no row for {missing}.',
    next: 'Add the missing row.',
  },
  'margins-inconsistent': {
    exit: 1,
    message:
      'The base year can’t meet the margin {margin}: {cell} should be {expected} but at best comes to {found}.',
    next: 'Two published totals or splits contradict each other there: correct one of them.',
  },
  'assumption-unsigned': {
    exit: 1,
    message: '{file}, row {row}: nobody has signed this assumption.',
    next: 'Fill in signed_by with who judged it.',
  },
  'assumption-unsourced': {
    exit: 1,
    message: '{file}, row {row}: this assumption has no source.',
    next: 'Fill in source with an id of sources.csv; add the publication there first, or use headroom-judgement and say in note how it was judged.',
  },
  'assumption-bounds': {
    exit: 1,
    message: '{file}, row {row}, column {column}: {found} can’t be right; it must lie from {low} to {high}.',
    next: 'Correct the value, or the bounds in data/assumptions/families.csv if they are too narrow.',
  },
  'assumption-unit': {
    exit: 1,
    message: '{file}, row {row}: {what} is given in “{found}”, but Headroom reckons it in “{expected}”.',
    next: 'Convert the values to that unit and name it.',
  },
  'correlations-impossible': {
    exit: 1,
    message: '{file}, row {row}: the correlations of {members} can’t all hold together.',
    next: 'Bring them closer to 0, or state the pairs that are missing: if a goes with b and b with c, then a goes with c.',
  },
  'fact-unexplained': {
    exit: 1,
    message: '{file}, row {row}: nothing uses the fact {id}, and no reason is given.',
    next: 'Fill in used_by with what uses it, or reason with why nothing does.',
  },
  'edition-unrecognised': {
    exit: 1,
    message: '{file} is not a publication Headroom knows: {found}.',
    next: 'Give one of the series that “headroom datasets” lists.',
  },
  'edition-damaged': {
    exit: 1,
    message: '{file} can’t be read as {format}: {reason}.',
    next: 'Download it again from the publisher and import it without opening and saving it first.',
  },
  'edition-sheet': {
    exit: 1,
    message: '{file}: expected a sheet {expected}, found the sheets {found}.',
    next: 'Check that it is the publisher’s own workbook, with every sheet it came with.',
  },
  'edition-columns': {
    exit: 1,
    message: '{place}: expected the columns {expected}; without {missing} it can’t be read.',
    next: 'Check that it is the publisher’s own file; a new layout needs a new version of Headroom.',
  },
  'edition-cell': {
    exit: 1,
    message: '{place}, column {column}: expected {expected}, found {found}.',
    next: 'Check the file against the publisher’s; nothing was imported.',
  },
  'edition-duplicate': {
    exit: 1,
    message: '{place}: {key} is already on row {first}.',
    next: 'Check the file against the publisher’s; nothing was imported.',
  },
  'edition-split': {
    exit: 1,
    message: '{place}: {key} is already on row {first}, and the file has new columns, {columns}.',
    next: 'The publisher seems to have split rows by them, which needs a new version of Headroom; nothing was imported.',
  },
  'edition-areas': {
    exit: 1,
    message:
      '{place}: column {column} has integrated care boards that are not on record: {found} (first on row {row}).',
    next: 'Add each to data/reference/areas.csv with the day it begins and its ONS code, and the day on which those it replaces end (where only an ONS code changed, to area-codes.csv); then import again. Nothing was imported.',
  },
  'edition-groups': {
    exit: 1,
    message:
      '{place}: column {column} has staff groups that are not on record: {found} (first on row {row}).',
    next: 'Where the publisher renamed a group, change its published_label in data/reference/staff-groups.csv; a new group needs a row there, and occupations in occupations.csv. Then import again. Nothing was imported.',
  },
  'edition-incomplete': {
    exit: 1,
    message: '{file}: {missing} is not in it.',
    next: 'Check that the file is whole; nothing was imported.',
  },
  'edition-total': {
    exit: 1,
    message: '{file}: {what} should come to {expected} but comes to {found}.',
    next: 'Check the file against the publisher’s; nothing was imported.',
  },
  'edition-definitions': {
    exit: 1,
    message: '{place}: {problem}',
    next: 'Keep what is counted differently in tables or columns of its own; nothing was imported.',
  },
  'edition-companion': {
    exit: 1,
    message: 'To import {given}, Headroom also needs {missing}.',
    next: 'Give all of these files in one command: headroom import FILE FILE…',
  },
  'edition-twice': {
    exit: 1,
    message: '{file} and {other} are both {what}.',
    next: 'Give only one of them.',
  },
  'memory-exceeded': {
    exit: 2,
    message: '{draws} draws need about {need} of memory, more than {limit}.',
    next: 'Ask for fewer draws, or one area with --area.',
  },
  'port-taken': {
    exit: 2,
    message: 'The port {port} on {host} is already in use.',
    next: 'Choose another with --port, or 0 for any free one.',
  },
  'run-missing': {
    exit: 2,
    message: 'There is no projection in {folder}.',
    next: 'Make one with “headroom project --out {folder}”.',
  },
  'run-not-served': {
    exit: 2,
    message: 'This link is to run {run}, and this server shows run {served}.',
    next: 'Ask whoever gave you the link for the folder of run {run} and serve that, or look at the run that is shown here: its figures may differ.',
  },
  'study-damaged': {
    exit: 2,
    message: '{file} is not a study that this version can read: {reason}.',
    next: 'Make it again with “headroom sensitivity --out” and the folder it is in.',
  },
  'run-damaged': {
    exit: 1,
    message: 'The projection in {folder} is damaged: {reason}.',
    next: 'Make it again with “headroom project --out {folder}”.',
  },
  'database-address': {
    exit: 2,
    message: 'That is not the address of a PostgreSQL database.',
    next: 'Give one such as postgresql://headroom@db.example.org/headroom; keep the password out of sight in the environment, as PGPASSWORD.',
  },
  'database-unreachable': {
    exit: 1,
    message: 'The database {database} can’t be used: {reason}.',
    next: 'Check the address, that the server is up, and that the user may make tables in that database.',
  },
  'database-lost': {
    exit: 1,
    message: 'The database {database} failed while it was needed: {reason}.',
    next: 'When it is back, run the same command again: finished regions are kept, and unfinished ones are worked out again.',
  },
  'shard-failed': {
    exit: 1,
    message: 'Region {region} of the run failed on every machine that tried it; last: {reason}.',
    next: 'Make the run on one machine, without --database: it ends with the same fault and says more.',
  },
  'shard-refused': {
    exit: 1,
    message: 'This machine can’t help with run {run}: {reason}.',
    next: 'Install the same version of Headroom on both machines, with the same data folder.',
  },
  interrupted: {
    exit: 130,
    message: 'Stopped before the end.',
    next: 'Nothing was written; run the same command again for the same result.',
  },
  'interrupted-saved': {
    exit: 130,
    message: 'Stopped before the end, with {saved} of {regions} regions done.',
    next: 'They are kept in {folder}: run the same command again, and it goes on from there.',
  },
} as const

export type ErrorCode = keyof typeof CATALOGUE
