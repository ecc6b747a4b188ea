/** What is known of a source, and the heads under which lists of sources write it. */
export const sourceHeads: Readonly<Record<string, string>> = {
  name: 'name|source|source name|outlet|medium|quelle|quellenname|nom|nombre|fuente|الاسم|اسم المصدر|المصدر',
  aliases:
    'aliases|alias|also known as|other names|other name|abbreviation|abkürzung|weitere namen|alias connus|أسماء أخرى',
  sourceKind: 'kind|source kind|source type|type|typ|art|tipo|النوع',
  owner: 'owner|owned by|parent company|eigentümer|inhaber|propriétaire|propietario|المالك',
  url: 'url|website|web site|homepage|webseite|site web|sitio web|link|الموقع|الرابط',
}
