/** Month names and their abbreviations (without the full stop) in the languages whose dates are read, by number. */
const months: readonly string[] = [
  'january jan januar jänner janvier janv enero ene gennaio gen januari januar janeiro styczeń stycznia января',
  'february feb februar février févr febrero febbraio febbr februari fevereiro lutego февраля',
  'march mar märz mrz mars marzo maart março marca марта',
  'april apr avril avr abril abr aprile kwietnia апреля',
  'may mai mayo maggio mag mei maio maja мая',
  'june jun juni juin junio giugno giu junho czerwca июня',
  'july jul juli juillet juil julio luglio lug julho lipca июля',
  'august aug août agosto ago augustus sierpnia августа',
  'september sept sep septembre septiembre settembre set setembro września сентября',
  'october oct oktober okt octobre octubre ottobre ott outubro października октября',
  'november nov novembre noviembre novembro listopada ноября',
  'december dec dezember dez décembre déc diciembre dic dicembre desember dezembro grudnia декабря',
]

const numbers: ReadonlyMap<string, number> = new Map(
  months.flatMap((names, index) => names.split(' ').map((name) => [name, index + 1] as const)),
)

/** 1 to 12; undefined for what is not a month. */
export const monthOf = (name: string): number | undefined =>
  numbers.get(name.normalize('NFC').toLowerCase().replace(/\.$/, ''))
