/**
 * One sentence or two for each error code: what happened, what was kept, what to do. `{name}` is filled from the error's
 * details. The page's English locale takes them from here, so that there is one place for each.
 */
export const sentences = {
  // the archive
  'archive-missing':
    'There is no archive at {place}. Nothing was changed. If it is on a disk that is not connected, connect it and try again.',
  'archive-exists':
    'There is already an archive at {place}. Nothing was changed. Open it, or choose another folder.',
  'archive-not-empty':
    'The folder {place} is not empty. Nothing was written. Choose an empty or a new folder.',
  'archive-in-use':
    'This archive is being written by {host} (process {pid}) since {since}. It can be read meanwhile; nothing was written.',
  'archive-newer':
    'This archive was written by a newer version of Cuttings (format {version}; this one knows {known}). Nothing was changed. Open it with the newer version.',
  'archive-read-only':
    'This archive can be read but not written: {reason}. Nothing was changed. Make the folder writable, then open it again.',
  'archive-damaged':
    'The catalogue of this archive is damaged ({reason}). It was kept as it is, and the originals are not touched. Restore a copy from the folder "backups": where the archive is opened, or by cuttings backups.',
  'record-damaged':
    'A record of the catalogue is damaged ({id}): it is not as Cuttings saved it. It was not used and not changed; everything else is as it was. Verify the archive to see all that is damaged, then put it back.',
  'backup-damaged':
    'This copy of the catalogue is not whole ({reason}). Nothing was changed. Choose an older one.',
  'archive-gone':
    'The folder of the archive is no longer there. What was saved is in it; nothing counts as deleted. Connect the disk or put the folder back, then open the archive again.',
  'disk-full':
    'The disk is full. What had been saved stays saved; {what} was not written. Free some space, then try again.',
  'write-failed':
    'The disk reported a fault ({reason}) and {what} was not written. What had been saved stays saved. Check the disk, then try again.',
  // single files
  unreadable:
    'This file cannot be read: the system refused it ({reason}). Nothing was taken from it. Check its permissions.',
  'not-found-file': 'There is no file of this name. Nothing was imported for it.',
  'not-a-file': 'This is {found}, not a file. It was not opened.',
  link: 'This is a link to another place. Links are not followed; import the file itself.',
  empty: 'This file has no content (0 bytes). Nothing was imported for it.',
  'too-large': 'This file has {bytes} bytes; the limit for {format} is {limit}. It was not imported.',
  changed:
    'This file changed while it was read, or after the dry run. It was not imported; try it again once it rests.',
  'unknown-format': 'No importer knows this kind of file ({found}). It was not imported.',
  'not-text': 'The name or the beginning says text, but the content is not ({found}). It was not imported.',
  'damaged-file': 'This file is damaged: {reason}. It was not imported.',
  limit:
    'This file goes past a limit: more than {most} {what}. It was not imported; nothing was taken from it. Import its parts one by one.',
  encrypted:
    'This file is locked by a password or encrypted. It was not imported. Unlock it with the program that made it, then import the copy.',
  'unsafe-container':
    'The archive file was refused: {reason}. Nothing was taken from it. Ask for the files as they are.',
  'unsafe-name':
    'The name of this file inside its archive file is not one that is safe to use ({reason}). It was not imported; the others are not affected.',
  'not-parseable':
    'Reading these bytes ended the reader {times} times before, so they were not tried again. Nothing was imported; the file itself is untouched.',
  'parser-time':
    'Reading this file took longer than {seconds} s and was stopped. It was not imported; the others go on.',
  'parser-memory':
    'Reading this file took more than {megabytes} MB of memory and was stopped. It was not imported; the others go on.',
  'parser-died': 'The reader of this file ended without an answer. It was not imported; the others go on.',
  // packs
  'pack-unsafe': 'The pack was refused: {reason}. Nothing was taken from it.',
  'pack-incomplete': 'The pack is not complete: {reason}. Nothing was taken from it. Ask for it again.',
  'pack-changed': 'The pack is not as it was written: {reason}. Nothing was taken from it. Ask for it again.',
  'pack-unverifiable': 'The pack cannot be verified: {reason}. Nothing was taken from it.',
  conflict: 'A record with the same id but other content is already held ({title}). Nothing was overwritten.',
  'destination-exists': 'There is already something at {place}. Nothing was written. Choose another name.',
  'destination-unwritable':
    'The pack cannot be written to {place} ({reason}). Nothing was left there. Choose another folder.',
  'selection-empty':
    'Nothing is selected, so no pack was written. Select at least one item, or a search that finds some.',
  'preflight-stopped':
    'The pack was not written: {sentence} Nothing was left there. Mend it, or waive the rule "{rule}" with a name and a reason.',
  'leak-found':
    'The pack was not made: {file} still had {terms} of what must not leave. Nothing was left there. Add the form in which it stands to the aliases of the source, or take it out of the text, then try again.',
  'trash-emptied': 'This can no longer be undone: the trash was emptied since.',
  'merged-on':
    'The item "{title}" was merged once more since. Nothing was changed. Undo the later merge first, then this one.',
  'changed-since':
    'The source "{title}" was changed since. Nothing was changed now. Undo the later change first, then this one.',
  'filed-since':
    'The tags or collections of "{title}" were changed since. Nothing was changed now. Undo the later change first, then this one.',
  'no-such-name': 'No article has the {what} "{name}". Nothing was changed. Choose a name that is there.',
  'no-such-alias':
    'No other name of "{title}" is "{alias}". Nothing was changed. Choose one of the names that it is printed as.',
  // keys, signatures and encryption
  'no-signing-key':
    'There is no key to sign with yet, so nothing was signed. Make one first, then try again.',
  'key-exists':
    'There is a key to sign with already ("{name}"). Nothing was changed. Remove it first, if everybody who knows it is to learn a new one.',
  'key-known': 'This key, or this name, is known already ("{name}"). Nothing was changed.',
  'key-unreadable':
    'This is no Ed25519 public key. Nothing was added. Give the whole line that begins with "ssh-ed25519".',
  'no-such-key': 'There is no key with this name or fingerprint. Nothing was changed.',
  'keys-unreadable':
    'The file of your keys cannot be read. It was left as it is, and nothing was signed. Restore it from a backup of your settings, or move it away.',
  'keys-unwritable':
    'The key could not be kept ({reason}). Nothing was changed. Check the folder of your settings.',
  'passphrase-wanted':
    'This pack is encrypted. Nothing was read from it. Give its passphrase, or the identity that it was encrypted to.',
  'passphrase-wrong':
    'This passphrase or identity does not open the pack. Nothing was read from it. Ask the sender which one it was made for.',
  'recipient-unreadable':
    'This is no recipient that a pack can be encrypted to ({found}). Nothing was written. A recipient begins with "age1".',
  'encryption-damaged':
    'The encrypted pack is damaged: {reason}. Nothing was taken from it. Ask for it again.',
  // searches
  'name-taken': 'There is a saved search called "{name}" already. Nothing was changed. Choose another name.',
  'no-such-search': 'There is no saved search called "{name}". The command "searches" lists those there are.',
  'list-unreadable':
    'This list cannot be read: {reason}. Nothing was searched for. Save it as text in UTF-8, then choose it again.',
  'list-limit':
    'This list goes past a limit: more than {most} {what}. Nothing was searched for. Split it and run its parts one by one.',
  'table-unwritable':
    'The table cannot be written to {place} ({reason}). Nothing was left there. Choose another folder.',
  'pdf-unwritable':
    'The PDF cannot be written to {place} ({reason}). Nothing was left there, and the pack is as it was. Choose another folder.',
  'print-failed':
    'The page could not be printed ({reason}). No PDF was left, and the pack is as it was. Open the page of the pack in a browser and print it there.',
  // references
  'no-references':
    'There is no reference in what is selected, so no list was written. Select a reference, or an article that cites one.',
  'key-taken':
    'There is a reference with the key "{key}" already. Nothing was changed. Choose another key, or leave it empty to get one.',
  'style-unreadable':
    'This citation style cannot be used: {reason}. Nothing was changed. Choose another one.',
  'style-slow':
    'This citation style took longer than {seconds} s and was stopped. Nothing was changed. Choose another one.',
  'style-parent':
    'This citation style only points at another one, "{parent}", which is not here. Nothing was added. Add the file of that style first.',
  'style-unknown': 'There is no citation style "{style}" here. The known ones are: {known}.',
  // calls
  'not-found': 'There is no {what} with this id in the archive.',
  'plan-gone': 'This dry run is no longer held. Nothing was imported; start the import again.',
  'token-unknown': 'This file was offered to another session. Nothing was read; choose it again.',
  'job-gone': 'This job is no longer known.',
  'bad-input': 'This call was not understood: {reason}.',
  unavailable: 'This cannot be done here: {reason}.',
  cancelled: 'Stopped on request. What had been saved stays saved.',
  'core-gone':
    'The archive process ended and was started again. What had been saved stays saved; repeat the last step.',
  usage: '{reason}',
  internal:
    'Something went wrong inside the program (reference {reference}). What had been saved stays saved.',
} as const satisfies Readonly<Record<string, string>>
