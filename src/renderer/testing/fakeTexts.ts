/** Invented texts, of nobody: a few articles in three scripts, written for the fake archive. */
export interface FakeArticle {
  readonly headline: string
  readonly publisher?: string
  readonly byline?: string
  readonly published?: string
  readonly language: string
  readonly summary?: readonly string[]
  readonly paragraphs: readonly string[]
  /** Number of the paragraph that a line follows, the line as printed, and whom it names. */
  readonly lines: readonly (readonly [after: number, literal: string, names: readonly string[]])[]
  readonly slots?: number
  readonly isDigest?: boolean
}

export const harbour: FakeArticle = {
  headline:
    'Harbour survey finds an old passage under the quay — 6 photos of what the divers saw below the waterline',
  publisher: 'Harbour Courier',
  published: '2020-10',
  language: 'en',
  isDigest: true,
  summary: [
    'Divers who measured the second quay found a brick passage that no plan shows.',
    'It carried water to a mill that was pulled down two centuries ago, a historian thinks.',
  ],
  paragraphs: [
    'The survey was meant to take three days. On the second, a diver put an arm into a gap between two stones and met no resistance.',
    'Behind it lies a passage of brick, about a metre wide, that runs towards the old town and is dry for most of its length.',
    'The harbour office closed the quay the same evening and asked for the plans of 1811, which show nothing of the kind.',
    'A historian thinks that it carried water to a mill, pulled down when the second quay was built.',
    'Nobody knows yet how far it goes. A camera on a cable was lost after 40 metres, and a second one is on its way.',
    'Shipowners complained about the closure; the office answered that a quay above a cavity is not a quay.',
    'The work is to go on until spring, when the water is low enough for people to walk in.',
    'Until then the ferry leaves from the north mole, ten minutes later than printed in the timetable.',
  ],
  lines: [
    [3, 'Source: Harbour Office', ['Harbour Office']],
    [6, 'Source: Example Press, Example Press', ['Example Press', 'Example Press']],
    [8, 'Sources: Harbour Courier / Example Press', ['Harbour Courier', 'Example Press']],
  ],
  slots: 6,
}

export const council: FakeArticle = {
  headline: 'مجلس الميناء ينشر محضر دورة الربيع',
  publisher: 'صحيفة المثال',
  published: '2024-05-03',
  language: 'ar',
  paragraphs: [
    'نشر مجلس الميناء محضر دورة الربيع بعد أسبوعين من انعقادها، وفيه قرار بإغلاق الرصيف الثاني حتى إشعار آخر.',
    'وقال رئيس المجلس إن أعمال المسح كشفت ممرًا قديمًا تحت الحجارة، طوله 40 مترًا على الأقل.',
    'واعترض مالكو السفن على القرار، وطلبوا تعويضًا عن كل يوم من أيام الإغلاق.',
    'ويعود المجلس إلى الاجتماع في 12 يونيو للنظر في تقرير الغواصين وفي ميزانية الترميم.',
  ],
  lines: [
    [2, 'المصدر: Harbour Office', ['Harbour Office']],
    [4, 'المصدر: صحيفة المثال', ['صحيفة المثال']],
  ],
}

export const committee: FakeArticle = {
  headline: '港口委员会公布春季会议记录',
  publisher: '示例日报',
  published: '2023-04-18',
  language: 'zh',
  paragraphs: [
    '港口委员会公布了春季会议记录，决定在查明情况之前关闭第二码头。',
    '潜水员在石缝后面发现一条砖砌通道，宽约一米，旧图纸上没有标出。',
    '船主对关闭表示不满，委员会说安全在先。',
  ],
  lines: [[2, '来源：Harbour Office', ['Harbour Office']]],
}

export const tunnel: FakeArticle = {
  headline: 'Road tunnel to close for its ten-year inspection',
  publisher: 'Example Gazette',
  byline: 'A. Sample',
  published: '2024-09-12',
  language: 'en',
  paragraphs: [
    'The road tunnel under the river closes on Monday for the inspection that is due every ten years.',
    'Engineers will look at the joints, the pumps and 4,000 metres of cable.',
    'Buses take the old bridge meanwhile and need eleven minutes more.',
  ],
  lines: [[2, '(Example Press)', ['Example Press']]],
}
