import { listOf, type LanguageTable } from './languageTable'

const pl: LanguageTable = {
  numbers: listOf(
    `dziesiątk[iau], tuzin\\p{L}*, sto, set(?:ki|ek), tysi(?:ąc|ące|ęcy), milion\\p{L}*, miliard\\p{L}*, procent\\p{L}*, połow\\p{L}+, dwa, dwie, trzy, cztery, pięć, sześć, siedem, osiem, dziewięć, dziesięć, dwadzieścia`,
  ),
  superlatives: listOf(`naj\\p{L}{4,}, pierwsz\\p{L}+, ostatni\\p{L}*, jedyn\\p{L}+, rekord\\p{L}*, nigdy`),
  titles: listOf(
    `pan, pani, dr, prof, prezydent\\p{L}*, premier\\p{L}*, minister\\p{L}*, generał\\p{L}*, burmistrz\\p{L}*`,
  ),
  openers: listOf(
    `W, We, Na, Z, Ze, Do, Od, Po, Przed, Ale, I, A, Jak, Gdy, To, Ten, Ta, Nie, On, Ona, Według`,
  ),
  abbreviations: listOf(`dr, prof, np, ok, tzn, itd, im, ul, gen, św, r, godz, tys, mln, mld`),
}

const ru: LanguageTable = {
  numbers: listOf(
    `десятк\\p{L}+, дюжин\\p{L}*, сто, сот(?:ни|ен|ня), тысяч\\p{L}*, миллион\\p{L}*, миллиард\\p{L}*, процент\\p{L}*, половин\\p{L}*, тре(?:ть|ти), вдвое, два, две, двух, три, трёх, трех, четыре, пять, шесть, семь, восемь, девять, десять, двадцать`,
  ),
  superlatives: listOf(
    `сам(?:ый|ая|ое|ые|ого|ой|ых|ым|ыми|ом|ую), наи\\p{L}{4,}, \\p{L}{3,}(?:ейш|айш)(?:ий|ая|ее|ие|его|ей|их|им|ими|ем|ую), перв(?:ый|ая|ое|ые|ого|ой|ых|ым|ом|ую), последн\\p{L}+, единственн\\p{L}+, лучш\\p{L}+, худш\\p{L}+, рекорд\\p{L}*, никогда, впервые`,
  ),
  titles: listOf(
    `господин, госпожа, президент\\p{L}*, министр\\p{L}*, премьер\\p{L}*, генерал\\p{L}*, мэр\\p{L}*`,
  ),
  openers: listOf(
    `В, Во, На, С, Со, По, Из, От, До, Но, И, А, Как, Когда, Если, Это, Этот, Эта, Он, Она, Они, Мы, Не, После, Перед`,
  ),
  abbreviations: listOf(`г, гг, ул, им, т. е, т.е, т. д, т.д, тыс, млн, млрд, руб, см, др`),
}

const uk: LanguageTable = {
  numbers: listOf(
    `десятк\\p{L}+, сто, сотн\\p{L}+, сотень, тисяч\\p{L}*, мільйон\\p{L}*, мільярд\\p{L}*, відсотк\\p{L}+, половин\\p{L}*, третин\\p{L}*, удвічі, два, дві, двох, три, трьох, чотири, п['’ʼ]ять, шість, сім, вісім, дев['’ʼ]ять, десять, двадцять`,
  ),
  superlatives: listOf(
    `най\\p{L}{4,}, перш(?:ий|а|е|і|ого|ої|их|им|ому|у), останн\\p{L}+, єдин(?:ий|а|е|і|ого|ої|их|им), рекорд\\p{L}*, ніколи, вперше`,
  ),
  titles: listOf(
    `пан, пані, президент\\p{L}*, міністр\\p{L}*, прем['’ʼ]єр\\p{L}*, генерал\\p{L}*, мер\\p{L}*`,
  ),
  openers: listOf(
    `У, В, На, З, Із, По, Від, До, Але, І, Й, А, Як, Коли, Якщо, Це, Цей, Він, Вона, Вони, Ми, Не, Після`,
  ),
  abbreviations: listOf(`р, рр, вул, ім, тис, млн, млрд, грн, див, т. д`),
}

const tr: LanguageTable = {
  numbers: listOf(
    `onlarca, düzine, yüz, yüzlerce, bin, binlerce, milyon\\p{L}*, milyar\\p{L}*, yüzde, yarısı, üçte, iki, üç, dört, beş, altı, yedi, sekiz, dokuz, on, yirmi`,
  ),
  superlatives: listOf(`en \\p{L}+, ilk, son, tek, rekor\\p{L}*, hiçbir`),
  titles: listOf(`Bay, Bayan, Dr, Prof, Başkan\\p{L}*, Cumhurbaşkan\\p{L}*, Bakan\\p{L}*, General`),
  openers: listOf(`Bu, Bir, O, Ama, Ve, Ancak, Her, Daha, Son`),
  abbreviations: listOf(`Dr, Prof, vb, vs, Sn, No, yy`),
}

const ar: LanguageTable = {
  numbers: listOf(
    `عشرات, مئات, مئة, مائة, آلاف, ألف, مليون, ملايين, مليار, مليارات, بالمئة, بالمائة, نصف, ثلث, ربع, ضعف, ثلاثة, أربعة, خمسة, ستة, سبعة, ثمانية, تسعة, عشرة, عشرين, عشرون`,
  ),
  superlatives: listOf(
    `[وفبلك]?(?:ال)?(?:أول|أولى|أكبر|أكثر|أقل|أعلى|أدنى|أهم|أفضل|أسوأ|أصغر|أطول|أقصر|أخطر|أحدث|أقدم|آخر|وحيد|وحيدة|أخيرة|أخير)`,
  ),
  titles: listOf(
    `[وفبل]?(?:ال)?(?:رئيس|رئيسة|سيد|سيدة|دكتور|دكتورة|وزير|وزيرة|لواء|عميد|ملك|ملكة|أمير|أميرة|شيخ)`,
  ),
  openers: [],
  abbreviations: listOf(`د, أ, م`),
}

const zh: LanguageTable = {
  numbers: listOf(
    `[一二三四五六七八九十百千万亿两半]+(?:个|人|名|年|月|天|次|倍|成|元|米|公里|座|件|家|艘|艘次|万|亿), 百分之, [数几]十, [数几]百, [数几]千, 萬, 億`,
  ),
  superlatives: listOf(`最, 第一, 首次, 首个, 唯一, 空前, 史上, 从未, 頭一次, 首個`),
  titles: listOf(`先生, 女士, 总统, 總統, 主席, 总理, 部长, 市长, 教授, 博士, 将军`),
  openers: [],
  abbreviations: [],
  unspaced: true,
}

const ja: LanguageTable = {
  numbers: listOf(
    `[一二三四五六七八九十百千万億兆]+(?:人|年|月|日|回|倍|割|円|台|件|社|隻|個|歳|メートル|キロ), パーセント, 数十, 数百, 数千, 半分, 半数`,
  ),
  superlatives: listOf(`最も, 最[大小高低新古長短多少初後悪良], 一番, 初めて, 初の, 唯一, 史上, 過去最`),
  titles: listOf(`さん, 氏, 大統領, 首相, 大臣, 知事, 市長, 教授, 博士, 社長`),
  openers: [],
  abbreviations: [],
  unspaced: true,
}

export const otherTables = { pl, ru, uk, tr, ar, zh, ja } as const
