export const fixity = {
  title: 'In the background',
  text: 'While nothing else is done, each original is read again, each once in {days} days of use.',
  none: 'There are no originals yet.',
  read: '{read} of one original was read in the last {days} days. | {read} of {n} originals were read in the last {days} days.',
  sound: 'All of them were as they came in.',
  damaged: 'One was not as it came in: | {n} were not as they came in:',
  repair: {
    action: 'Put back from a copy…',
    text: 'Choose the folder of a copy of this archive. Originals that are missing or changed here are taken from it; what stands in their place is kept in the folder “quarantine”. Nothing is written to the copy.',
    commandLine:
      'To put originals back from a copy of the archive: cuttings repair and the folder of the copy, on the command line.',
    failed: 'It could not be put back',
    done: 'Read {checked} originals: {repaired} put back, {left} left as they are.',
  },
  records: {
    text: 'One record of the catalogue is not as it was saved: | {n} records of the catalogue are not as they were saved:',
    shown:
      'This record is damaged: it is not as it was saved. Do not rely on what it says. It cannot be edited until it is put back.',
    verify: 'Verify the archive',
    repair:
      'A record that is not as it was saved is put back from the copies of the catalogue in the folder “backups”, where one has it as it was.',
    action: 'Put back damaged records',
    done: 'Looked at {checked} records: {repaired} put back, {left} left as they are.',
  },
  backups: {
    title: 'Copies of the catalogue',
    text: 'Each was checked when it was made. What stands in its place now is kept in the folder “quarantine”. Files that were imported since stay among the originals.',
    none: 'There is no copy of the catalogue in the folder “backups”. The originals are not touched; README.txt in the archive’s folder says how to get at them.',
    restore: 'Restore the copy of {when}',
    holds: '{article} articles, {photo} photos, {reference} references, {source} sources',
    damaged: 'One record was damaged when it was made. | {n} records were damaged when it was made.',
    broken: 'Copy of {when}: not whole, and never restored.',
  },
}
