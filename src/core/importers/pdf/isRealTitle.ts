/** Names that programs give to what has no title. */
const placeholder =
  /^(?:untitled|unbenannt|sans titre|sin título|senza titolo|без имени|無題|无标题|document|dokument|doc|presentation|powerpoint presentation|slide|folie|layout|print|title|titel|template|paper title|page|scan|scanned document|microsoft word|about:blank|\(anonymous\)|\(?no title\)?|none|null|undefined|new document|default)(?:\s*[-_(:]?\s*\d*\)?|\s+\(use style: .*\))$/iu
const program =
  /^(?:microsoft\s+(?:office\s+)?(?:word|powerpoint|excel|publisher|visio)|word|powerpoint|excel)\s+[-–]\s+/iu
const ending =
  /\.(?:docx?|docm|dotx?|rtf|odt|ods|odp|pages|wpd|wps|txt|md|html?|xml|pdf|ps|eps|tex|dvi|indd|qx[dp]|pmd|fm|pptx?|ppsx?|xlsx?|pub|vsdx?|ai|cdr|psd|dwg|tiff?|jpe?g|png|key|numbers)$/iu

/** Whether a title that a document states is one that a person gave it, and not a file's name or a program's word. */
export const isRealTitle = (title: string): boolean =>
  /\p{L}{2}/u.test(title) &&
  title.length <= 500 &&
  !placeholder.test(title) &&
  !program.test(title) &&
  !ending.test(title) &&
  !/^(?:https?:\/\/|file:|[a-z]:\\|\/)\S*$/iu.test(title) &&
  // One word with underscores or long numbers is a name for a machine.
  !/^\S*(?:_\S*|\d{5,}\S*)$/u.test(title)

const withoutEnding = /\.[^.\s]{1,5}$/

/** The name of a file for people, without its ending. */
export const nameAsTitle = (name: string): string => name.replace(withoutEnding, '').trim()
