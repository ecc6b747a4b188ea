import { describe, expect, it } from 'vitest'
import type { TableMapping } from '#shared/model/parsed'
import { mappingFields } from './headFields'
import { proposeMapping } from './proposeMapping'

const cases: readonly (readonly [string, readonly string[], readonly string[], TableMapping | undefined])[] =
  [
    [
      'Photo Mechanic',
      ['Filename', 'Headline', 'Caption', 'Photographer', 'Credit', 'City', 'Country'],
      [],
      {
        target: 'photo',
        columns: {
          Filename: 'sourceFile',
          Headline: 'headline',
          Caption: 'description',
          Photographer: 'creator',
          Credit: 'creditLine',
          City: 'city',
          Country: 'country',
        },
      },
    ],
    [
      'ExifTool with groups',
      ['SourceFile', '[IPTC] By-line', 'XMP-photoshop:Credit', 'XMP:Location'],
      [],
      {
        target: 'photo',
        columns: {
          SourceFile: 'sourceFile',
          '[IPTC] By-line': 'creator',
          'XMP-photoshop:Credit': 'creditLine',
          'XMP:Location': 'sublocation',
        },
      },
    ],
    [
      'a French list of pictures',
      ['Nom du fichier', 'Légende', 'Photographe', 'Ville'],
      [],
      {
        target: 'photo',
        columns: {
          'Nom du fichier': 'sourceFile',
          Légende: 'description',
          Photographe: 'creator',
          Ville: 'city',
        },
      },
    ],
    [
      'a Spanish list of articles',
      ['Título', 'Autor', 'Periódico', 'Fecha', 'Enlace'],
      [],
      {
        target: 'reference',
        columns: {
          Título: 'title',
          Autor: 'author',
          Periódico: 'container-title',
          Fecha: 'issued',
          Enlace: 'URL',
        },
      },
    ],
    [
      'columns whose content says what their heads do not',
      ['Title', 'Where', 'When', 'Ref'],
      ['A', 'https://a.example/x', '2019-03-23', '10.1234/abcd'],
      { target: 'reference', columns: { Title: 'title', Where: 'URL', When: 'issued', Ref: 'DOI' } },
    ],
    [
      'pictures with coordinates in one cell',
      ['File name', 'Where'],
      ['a.jpg', '48.85, 2.35'],
      { target: 'photo', columns: { 'File name': 'sourceFile', Where: 'position' } },
    ],
    [
      'a list of sources',
      ['Outlet', 'Website'],
      ['CNN', 'https://cnn.example'],
      { target: 'source', columns: { Outlet: 'name', Website: 'url' } },
    ],
    [
      'a list of sources with their owners',
      ['Name', 'Type', 'Owned by'],
      ['CNN', 'outlet', 'A Holding'],
      { target: 'source', columns: { Name: 'name', Type: 'sourceKind', 'Owned by': 'owner' } },
    ],
    ['houses', ['name', 'owner', 'rooms'], ['A', 'B', '3'], undefined],
    ['figures', ['year', 'population', 'area'], ['2019', '7', '8'], undefined],
    ['people', ['name', 'salary', 'city'], ['A', '1', 'B'], undefined],
    ['nothing', [], [], undefined],
  ]

describe('the proposed mapping', () => {
  for (const [what, columns, row, expected] of cases)
    it(`reads ${what}`, () => {
      expect(proposeMapping(columns, row.length > 0 ? [row] : [])).toEqual(expected)
    })

  it('offers fields of a photo under names that a record can have', () => {
    for (const field of mappingFields.photo) expect(field).toMatch(/^[a-z][A-Za-z0-9]*$/)
  })
})
