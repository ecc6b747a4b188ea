export const waiting = {
  news: {
    interrupted:
      'No import was interrupted. | An import was interrupted. You can go on with it at Import. | {n} imports were interrupted. You can go on with them at Import.',
    inbox:
      'The inbox is empty. | One new file is in the inbox at Import. | {n} new files are in the inbox at Import.',
  },
  badge: 'nothing waits | one waits for you | {n} wait for you',
  interrupted: {
    title: 'An import was interrupted | An import was interrupted | {n} imports were interrupted',
    progress: '{done} of about {files} files were done when it ended, {when}.',
    text: 'What was imported is saved. Going on reads only the rest, from where the files were.',
    goOn: 'Go on',
    goOnWith: 'Go on with {name}',
    forget: 'Forget',
    forgetThis: 'Forget the import of {name}',
    more: '{name} and more',
  },
  inbox: {
    title: 'Watched folders',
    off: 'No folder is watched. What appears in a watched folder is proposed here; nothing of it is read before you say so.',
    on: 'What appears in these folders is proposed here. Nothing of it is read before you say so.',
    watch: 'Watch a folder…',
    stop: 'Stop watching',
    stopThis: 'Stop watching {name}',
    states: {
      looking: 'Looking…',
      there: 'Watched',
      gone: 'Not there now. Nothing follows from that; it is looked for again.',
      'too-many': 'More than 100,000 entries: the first of them are looked at.',
    },
    list: 'Files found',
    count: 'Nothing new | One new file | {n} new files',
    chosen: 'None chosen: both buttons take all | One chosen | {n} chosen',
    look: 'Look at these',
    dismiss: 'Not these',
    failed: 'This could not be done',
  },
}
