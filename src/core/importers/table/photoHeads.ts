/**
 * Fields of a photo (IPTC Photo Metadata 2025.1, as this project names them), and the heads under which ExifTool, Photo
 * Mechanic, Lightroom, agencies and people write them. The last rows are no IPTC fields but have a place of their own.
 */
export const photoHeads: Readonly<Record<string, string>> = {
  sourceFile:
    'source file|file name|file|image|photo|dateiname|bilddatei|datei|nom du fichier|fichier|archivo|nombre de archivo|اسم الملف|الملف',
  headline: 'headline|schlagzeile|überschrift|accroche|titular|encabezado|العنوان الرئيسي',
  title: 'title|object name|document title|titel|titre|título|العنوان',
  description:
    'description|caption|caption-abstract|caption/description|image description|beschreibung|bildunterschrift|bildtext|légende|pie de foto|descripción|الوصف|وصف|التعليق|تعليق',
  captionWriter: 'caption writer|caption writers|writer-editor|description writer|verfasser der beschreibung',
  creator:
    'creator|by-line|byline|photographer|artist|author|fotograf|fotografin|fotograf/in|urheber|photographe|auteur|fotógrafo|autor|المصور|المؤلف',
  creatorJobTitle:
    "by-line title|authors position|creator's job title|creator job title|photographer's title",
  creditLine: 'credit|credit line|credits|bildnachweis|crédit|crédit photo|crédito|جهة التصوير',
  source: 'source|quelle|fuente|المصدر',
  copyrightNotice:
    'copyright|copyright notice|rights|copyrighthinweis|copyright-vermerk|droits|derechos|حقوق النشر|حقوق الطبع',
  rightsUsageTerms: 'usage terms|rights usage terms|nutzungsbedingungen',
  instructions: 'instructions|special instructions|anweisungen|instrucciones|تعليمات',
  jobId: 'transmission reference|original transmission reference|job id|job identifier',
  dateCreated:
    'date created|date|created|creation date|digital creation date|datum|aufnahmedatum|date de création|fecha|fecha de creación|التاريخ|تاريخ',
  timeCreated: 'time created|digital creation time',
  city: 'city|ort|stadt|ville|ciudad|المدينة|مدينة',
  sublocation: 'sub-location|sublocation|location',
  provinceState: 'province-state|province/state|state/province|state|province|bundesland|provincia',
  country: 'country|country-primary location name|country name|land|pays|país|البلد|الدولة',
  countryCode: 'country code|country-primary location code|iso country code|ländercode',
  keywords:
    'keywords|keyword|subject|tags|schlagworte|schlagwörter|stichworte|stichwörter|mots-clés|palabras clave|الكلمات المفتاحية|كلمات مفتاحية',
  personInImage: 'person in image|person shown|persons|people|personen|personnes|personas|الأشخاص',
  event: 'event|event name|ereignis|événement|evento',
  altTextAccessibility: 'alt text|alt text accessibility|alternative text|alternativtext',
  extendedDescriptionAccessibility: 'extended description|ext descr accessibility',
  intellectualGenre: 'intellectual genre|object attribute reference',
  subjectCode: 'subject code|subject reference|iptc subject code',
  sceneCode: 'scene|scene code',
  category: 'category|kategorie|catégorie|categoría',
  supplementalCategories: 'supplemental categories|supp categories',
  urgency: 'urgency',
  digitalSourceType: 'digital source type',
  webStatementOfRights: 'web statement|web statement of rights|copyright url|copyright info url',
  capturedAt:
    'date/time original|datetime original|create date|date time created|date taken|shot date|capture time|captured at|aufnahmezeit|fecha de captura',
  position:
    'gps position|gps coordinates|coordinates|position|koordinaten|coordonnées|coordenadas|الإحداثيات',
  latitude: 'gps latitude|latitude|lat|breitengrad|breite|latitud|خط العرض',
  latitudeRef: 'gps latitude ref',
  longitude: 'gps longitude|longitude|lon|lng|long|längengrad|länge|longitud|خط الطول',
  longitudeRef: 'gps longitude ref',
  width: 'image width|exif image width|width|breite in pixeln',
  height: 'image height|exif image height|height|höhe',
  orientation: 'orientation',
}
