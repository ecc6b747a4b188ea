/** News agencies by every name that a credit gives them, the first being what they are called here. */
export const agencies: readonly (readonly string[])[] = [
  [
    'Reuters',
    'Thomson Reuters',
    'Рейтер',
    'Рейтерс',
    'רויטרס',
    'رويترز',
    '路透社',
    '路透',
    'ロイター',
    '로이터',
    '로이터통신',
  ],
  [
    'Associated Press',
    'The Associated Press',
    'AP',
    'АП',
    'أسوشيتد برس',
    'أ ب',
    '美联社',
    '美聯社',
    'AP通信',
    'AP通讯社',
    'AP통신',
  ],
  [
    'Agence France-Presse',
    'AFP',
    'АФП',
    'فرانس برس',
    'أ ف ب',
    'وكالة فرانس برس',
    '法新社',
    'AFP通信',
    'AFP通信社',
    'AFP통신',
  ],
  ['dpa', 'Deutsche Presse-Agentur'],
  ['EFE', 'Agencia EFE'],
  ['ANSA'],
  ['TASS', 'ITAR-TASS', 'ТАСС'],
  ['RIA Novosti', 'РИА Новости', 'RIA'],
  ['Interfax', 'Интерфакс'],
  ['Xinhua', 'Xinhua News Agency', '新华社', '新華社'],
  ['United Press International', 'UPI'],
  ['PA Media', 'Press Association', 'PA'],
  ['Kyodo', 'Kyodo News', '共同', '共同通信', '共同社'],
  ['Jiji Press', 'Jiji', '時事', '時事通信'],
  ['Yonhap', 'Yonhap News Agency', '연합뉴스'],
  ['Bloomberg', 'Bloomberg News'],
  ['Anadolu', 'Anadolu Agency', 'Anadolu Ajansı', 'AA'],
  ['ANP', 'Algemeen Nederlands Persbureau'],
  ['Belga'],
  ['APA', 'Austria Presse Agentur'],
  ['Keystone-SDA', 'SDA', 'ATS', 'Keystone-ATS'],
  ['Ritzau', 'ritzau'],
  ['NTB', 'ntb'],
  ['TT', 'TT Nyhetsbyrån'],
  ['STT', 'STT-Lehtikuva'],
  ['ČTK', 'CTK'],
  ['PAP', 'Polska Agencja Prasowa'],
  ['MTI'],
  ['Lusa', 'Agência Lusa'],
  ['Agerpres'],
  ['Ukrinform', 'Укрінформ'],
  ['SANA', 'سانا'],
  ['IRNA', 'ایرنا'],
  ['WAM', 'وام'],
  ['Press Trust of India', 'PTI'],
  ['ANI', 'Asian News International'],
  ['Antara'],
  ['Bernama'],
  ['The Canadian Press', 'Canadian Press', 'CP'],
  ['Australian Associated Press', 'AAP'],
  ['Télam', 'Telam'],
  ['Agência Brasil'],
  ['Europa Press'],
  ['epd', 'Evangelischer Pressedienst'],
  ['KNA'],
  ['SID', 'Sport-Informations-Dienst'],
]

/** What two spellings of a name have in common: case, accents, marks and a leading article left out. */
const foldedName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '')

const known = new Map(
  agencies.flatMap(([name = '', ...others]) =>
    [name, ...others].map((one) => [foldedName(one), foldedName(name)] as const),
  ),
)

/** The key under which a source's name is the same as another: an agency has one for all its names. */
export const originKey = (name: string): string => {
  const folded = foldedName(name)
  return known.get(folded) ?? folded
}
