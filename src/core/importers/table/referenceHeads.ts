/**
 * Variables of a reference (CSL 1.0.2), and the heads under which Zotero, Mendeley, databases and people write them.
 * `key` is the citation key.
 */
export const referenceHeads: Readonly<Record<string, string>> = {
  key: 'key|citation key|citekey|cite key|bibtex key|id',
  type: 'type|item type|document type|reference type|publication type|typ|art|tipo|النوع',
  title:
    'title|article title|document title|headline|titel|überschrift|schlagzeile|titre|título|titular|العنوان',
  'title-short': 'short title|kurztitel',
  author:
    'author|authors|byline|by-line|creator|writer|autor|autoren|autorin|verfasser|auteur|auteurs|autores|الكاتب|المؤلف',
  editor: 'editor|editors|herausgeber|éditeur scientifique|المحرر',
  translator: 'translator|translators|übersetzer|traducteur|traductor|المترجم',
  'container-title':
    'publication title|publication|container title|container-title|journal|journal title|newspaper|magazine|outlet|medium|media|source|source title|website title|website name|book title|zeitung|zeitschrift|quelle|periódico|revista|fuente|الصحيفة|المجلة|المصدر',
  'container-title-short': 'journal abbreviation|iso abbreviation',
  publisher:
    'publisher|verlag|herausgebende institution|institution|maison d’édition|éditeur|editorial|الناشر',
  'publisher-place': 'place|publisher place|place of publication|verlagsort|erscheinungsort|lieu|lugar',
  issued:
    'date|issued|publication date|date published|published|published date|pub date|publication year|year|datum|erscheinungsdatum|jahr|date de publication|année|fecha|fecha de publicación|año|التاريخ|تاريخ النشر|السنة',
  accessed:
    'access date|accessed|date accessed|accessed on|url date|zugriff|zugriffsdatum|abgerufen|abgerufen am|consulté le|fecha de acceso|تاريخ الاطلاع',
  URL: 'url|urls|link|weblink|web link|uri|webadresse|adresse url|lien|enlace|الرابط|رابط',
  DOI: 'doi',
  ISBN: 'isbn',
  ISSN: 'issn',
  volume: 'volume|vol|band|jahrgang|tome|volumen',
  issue: 'issue|number of issue|heft|ausgabe|numéro|número',
  number: 'number|report number|nummer',
  page: 'pages|page|seiten|seite|páginas|página|الصفحات',
  'number-of-pages': 'num pages|number of pages|seitenzahl',
  'number-of-volumes': 'number of volumes',
  edition: 'edition|auflage|édition|edición',
  'collection-title': 'series|series title|reihe|collection|serie',
  section: 'section|ressort|rubrik|rubrique|sección|القسم',
  abstract: 'abstract|abstract note|summary|zusammenfassung|résumé|resumen|الملخص',
  note: 'note|notes|extra|notiz|notizen|anmerkung|anmerkungen|remarque|nota|notas|ملاحظات',
  keyword:
    'keywords|keyword|tags|manual tags|automatic tags|schlagworte|schlagwörter|stichworte|mots-clés|palabras clave|الكلمات المفتاحية',
  language: 'language|sprache|langue|idioma|اللغة',
  archive: 'archive|archiv',
  archive_location: 'archive location|loc in archive',
  'call-number': 'call number|signatur',
  'event-title': 'conference name|meeting name|event title',
  source: 'library catalog',
}
