/** What stands in an archive's README.txt: how to get everything out without the program. */
export const readme = `This folder is a Cuttings archive. Copy it as a whole to move or back it up
(close Cuttings first). Do not rename or edit files inside it.

Getting everything out without Cuttings
---------------------------------------

originals/ab/cd/abcd...   The files as they came, unchanged, each under its SHA-256 and without an
                          ending. The first four digits of the name are the two folders. Copy a file
                          out and give it an ending to open it. To check one:  sha256sum FILE
                          prints the file's own name when it is unchanged.

catalogue.sqlite          The records, in a SQLite 3 database (https://sqlite.org). Any SQLite tool
                          reads it. Every body is plain JSON text:

  which file had which name, and which article it belongs to:
    SELECT original.sha256, json_extract(original.body, '$.names[0].raw'), need.item_id
      FROM original LEFT JOIN need USING (sha256);

  headlines and titles:
    SELECT id, kind, title, published FROM record;

  the text of every article, paragraph by paragraph:
    SELECT record.title, json_extract(passage.value, '$.label'), json_extract(passage.value, '$.text')
      FROM version JOIN record ON record.id = version.article_id,
           json_each(version.body, '$.passages') AS passage
     ORDER BY record.seq, version.position, json_extract(passage.value, '$.ordinal');

  who is cited where:
    SELECT article_id, passage, json_extract(body, '$.literal'), source_id FROM citation;

  what is in the trash, and which item it was merged into:
    SELECT id, kind, title, merged_into, removed_at FROM removed;

  what was done to each item, and when (a chain of custody: digests are SHA-256 of RFC 8785 JSON):
    SELECT * FROM event ORDER BY item_id, local, sequence;

backups/                  Checked copies of catalogue.sqlite. If the catalogue is damaged, close
                          Cuttings, move catalogue.sqlite away together with any catalogue.sqlite-wal
                          and catalogue.sqlite-shm, and copy the newest backup to catalogue.sqlite.

quarantine/               Damaged things that were set aside. Nothing in it is ever deleted.
staging/                  Work that was under way. Emptied when the archive is opened.
derived/                  Search index and the like. May be deleted at any time; it is made again.
lock.json                 Says which program is writing now. Gone when nobody is.
archive.json              Says that this is an archive, and of which format.
`
