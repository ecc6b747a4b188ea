export const jobs = {
  starting: 'Starting…',
  files: '{done} of {total} file | {done} of {total} files',
  bytes: '{done} of {total}',
  now: 'Now:',
  steps: {
    waiting: 'Waits for other work to end.',
    catalogue: 'Checking the catalogue.',
    originals: 'Reading the originals.',
    custody: 'Checking the chains of custody.',
    prepare: 'Gathering what the pack will hold.',
    bibliography: 'Formatting the bibliographies.',
    write: 'Writing the pack.',
    verify: 'Reading every byte of the pack.',
  },
  drop: {
    import: 'Drop to see what would be made. Nothing is written yet.',
    verify: 'Drop to verify.',
    readOnly: 'This archive can be read but not written: files cannot be imported.',
  },
}
