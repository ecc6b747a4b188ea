import type { SourceKind } from '#shared/model/citation'

/** A source that is known by its usual spellings. */
export interface KnownSource {
  readonly name: string
  readonly sourceKind: SourceKind
}

/** Full name, then other spellings. Only what is beyond doubt: an abbreviation that means two things stays out. */
const agencies = [
  'Associated Press|AP|The Associated Press|The AP|AP News',
  'Reuters|Thomson Reuters',
  'Agence France-Presse|AFP|Agence France Presse',
  'Deutsche Presse-Agentur|dpa',
  'Austria Presse Agentur|APA',
  'Keystone-SDA|SDA|Keystone',
  'United Press International|UPI',
  'Press Association|PA|PA Media',
  'EFE|Agencia EFE',
  'ANSA',
  'TASS|ITAR-TASS',
  'RIA Novosti',
  'Interfax',
  'Xinhua|Xinhua News Agency',
  'Kyodo News|Kyodo',
  'Yonhap|Yonhap News Agency',
  'Press Trust of India|PTI',
  'Anadolu Agency|Anadolu|AA',
  'Australian Associated Press|AAP',
  'The Canadian Press|Canadian Press',
  'Bloomberg|Bloomberg News',
  'European Pressphoto Agency|EPA',
  'Getty Images|Getty',
  'Algemeen Nederlands Persbureau|ANP',
  'Ritzau',
  'Tidningarnas Telegrambyrå|TT',
  'Norsk Telegrambyrå|NTB',
  'Lusa',
  'Petra News Agency|Petra',
  'Syrian Arab News Agency|SANA',
  'WAM|Emirates News Agency',
]

const outlets = [
  'CNN',
  'BBC|BBC News',
  'NBC News|NBC',
  'CBS News|CBS',
  'Fox News',
  'MSNBC',
  'CNBC',
  'PBS',
  'NPR',
  'Al Jazeera|Aljazeera',
  'Al Arabiya',
  'Deutsche Welle|DW',
  'France 24',
  'Sky News',
  'ITV News',
  'Channel 4 News',
  'Australian Broadcasting Corporation',
  'Canadian Broadcasting Corporation',
  'The New York Times|New York Times|NYT|NY Times',
  'The Washington Post|Washington Post',
  'The Wall Street Journal|Wall Street Journal|WSJ',
  'The Guardian|Guardian',
  'The Times',
  'The Telegraph|The Daily Telegraph',
  'The Independent',
  'Financial Times|FT',
  'The Economist',
  'Los Angeles Times|LA Times',
  'USA Today',
  'Chicago Tribune',
  'The Boston Globe|Boston Globe',
  'The Atlantic',
  'The New Yorker',
  'The Intercept',
  'Business Insider|Insider',
  'BuzzFeed News',
  'Vox',
  'Vice News',
  'Politico',
  'Axios',
  'Time|TIME',
  'Newsweek',
  'Foreign Policy',
  'ProPublica',
  'Bellingcat',
  'Le Monde',
  'Le Figaro',
  'Libération',
  'El País',
  'El Mundo',
  'La Repubblica',
  'Corriere della Sera',
  'Der Spiegel|Spiegel',
  'Die Zeit',
  'Süddeutsche Zeitung',
  'Frankfurter Allgemeine Zeitung|FAZ',
  'Neue Zürcher Zeitung|NZZ',
  'Tagesschau',
  'De Volkskrant',
  'Haaretz',
  'The Times of Israel',
  'South China Morning Post',
  'The Sydney Morning Herald|Sydney Morning Herald',
  'The Hindu',
  'The Times of India',
  'Asahi Shimbun',
  'NHK',
]

const others: readonly (readonly [SourceKind, readonly string[]])[] = [
  [
    'institution',
    ['Human Rights Watch|HRW', 'Amnesty International', 'United Nations|UN', 'UNHCR', 'UNICEF'],
  ],
  ['institution', ['World Health Organization|WHO', 'World Bank', 'International Monetary Fund|IMF', 'NATO']],
  ['platform', ['Twitter', 'Facebook', 'Instagram', 'YouTube', 'Telegram', 'TikTok', 'Reddit', 'LinkedIn']],
]

/** Spellings in capitals keep their case: 'TIME' and 'UN' are not 'time' and 'un'. */
const fold = (name: string): string => {
  const plain = name.normalize('NFC').replace(/\s+/g, ' ').trim()
  return /^\p{Lu}{2,4}$/u.test(plain) ? plain : plain.toLowerCase()
}

const bySpelling: ReadonlyMap<string, KnownSource> = new Map(
  [['agency', agencies] as const, ['outlet', outlets] as const, ...others].flatMap(([sourceKind, rows]) =>
    rows.flatMap((row) => {
      const spellings = row.split('|')
      const [name = row] = spellings
      return spellings.map((spelling) => [fold(spelling), { name, sourceKind }] as const)
    }),
  ),
)

/** The source that a printed name is known to mean; undefined for all others. */
export const knownSource = (literal: string): KnownSource | undefined => bySpelling.get(fold(literal))
