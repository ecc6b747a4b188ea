import { describe, expect, it } from 'vitest'
import { createDocumentFields } from './documentFields'

describe('what a document says of itself', () => {
  for (const title of ['Microsoft Word - draft.doc', 'Untitled', 'Dokument1', 'report_final.docx', '  '])
    it(`is no title where a program wrote it: ${title}`, () => {
      const fields = createDocumentFields()
      fields.title('document', title)
      expect(fields.titles).toEqual([])
    })

  it('keeps a title that a person gave, and what was found beside it', () => {
    const fields = createDocumentFields()
    fields.title('document', 'Untitled')
    fields.title('dublin-core', 'A  title\n')
    expect(fields.titles).toEqual(['A title'])
    expect(fields.origins()).toEqual({
      headline: [
        { from: 'document', value: 'Untitled' },
        { from: 'dublin-core', value: 'A title' },
      ],
    })
  })

  it('takes no name of a program or an account for an author', () => {
    const fields = createDocumentFields()
    fields.author('document', ['Microsoft Office User', 'Ada Miller', 'Ada Miller'])
    expect(fields.fields.byline).toBe('Ada Miller')
  })

  it('reads a date as far as it is stated, and keeps what stood there', () => {
    const fields = createDocumentFields()
    fields.date('modified', 'document', '2024-03-02T10:30:00+01:00')
    fields.date('published', 'document', '2024-03-02T10:30:00')
    expect(fields.fields).toEqual({
      modified: { edtf: '2024-03-02T09:30:00.000Z', literal: '2024-03-02T10:30:00+01:00' },
      published: { edtf: '2024-03-02', literal: '2024-03-02T10:30:00' },
    })
  })

  it('takes only languages that have a name', () => {
    const fields = createDocumentFields()
    for (const language of ['und', 'English language', 'de_AT', 'fr']) fields.language('document', language)
    expect(fields.fields.language).toBe('de-AT')
  })
})
