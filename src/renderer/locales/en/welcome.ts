export const welcome = {
  lead: 'Your articles, photographs and sources, kept in a folder that is yours, and every sentence found again at once.',
  opening: 'Opening the archive',
  openingAt: 'At {place}',
  connecting: 'Starting',
  failed: 'The archive could not be opened',
  noHost: 'The program does not answer',
  again: { title: 'Try again', text: 'At {place}' },
  another: { title: 'Open another archive…', text: 'A folder that holds the file archive.json' },
  fresh: { title: 'Make a new archive…', text: 'Choose an empty folder. It can be moved and copied later.' },
  promises: {
    title: 'Seven promises',
    saved: {
      title: 'What it says is saved is saved, even if the power fails the next instant.',
      text: 'The foot of the window shows when it was last saved.',
    },
    originals: {
      title: 'Originals never change, and that can be shown at any time.',
      text: 'Verify compares every file with the fingerprint taken when it came in.',
    },
    derived: {
      title: 'Deleting the search index, thumbnails or settings loses nothing.',
      text: 'They are built again from the originals and the catalogue.',
    },
    foreign: {
      title: 'Nothing imported can run, call out, or write outside the archive.',
      text: 'Each file is read in a process of its own, which is given its bytes and no paths.',
    },
    network: {
      title: 'The application opens no network connection.',
      text: 'Unplug the network; nothing changes.',
    },
    refused: {
      title: 'Every refused file gets its own plain reason, and the rest of the batch goes on.',
      text: 'The report of an import can be saved.',
    },
    versions: {
      title: 'A newer version opens any older archive; an older version never writes to a newer one.',
      text: 'It opens it for reading and says so.',
    },
  },
}
