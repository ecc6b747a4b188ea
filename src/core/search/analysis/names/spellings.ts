import type { Script } from '../scripts'

/**
 * Which sounds the letters of a script stand for in names, over folded words: `letters: sounds`, parted by commas. `^` is the beginning of a
 * word, `>` what must follow (`$` its end); longer spellings come before shorter ones. `/` parts sounds that one spelling may stand for, and those
 * after `;` are only compared.
 */
const latin = `
  schtsch:š/č, shch:š/č, chtch:š/č, szcz:š/č, tzsch:č, tsch:č, tch:č, dsch:ǧ, sch:š, dzh:ǧ, dj:ǧ, sh:š, ch:č/k;xš, cz:č,
  sz:s;š, zh:ž, kh:x;kh, gh:g;h, dh:d, th:t;þ, ph:f, ts:c, tz:c, ck:k, qu:k, x:k s, sj:š;s,
  c>eiy:s;cčk, c>$:k/č;c, c:k;čc, g>ei:g/ǧ;yž, j:ǧ/y;žhx, s:s;zš, z:z;cs, w:v;wu, v:v;f, y:i;y, q:k;g,
  b:b, d:d, f:f, g:g;h, h:h;x, k:k, l:l, m:m, n:n, p:p, r:r, t:t,
  ou:u;ow, oo:u;o, ee:i;e, ea:e;i, ie:i;e, ei:e;a i;y, ai:a;e i;y, au:a;o, ay:a;e y;i, ey:e;a y;i, oe:o;e, ue:u, ae:a;e,
  a:a, e:e;i, i:i;y, o:o, u:u;wa`

const cyrillic = `
  дж:ǧ, тс:c, кс:k s, ^г:g/h, ^х:x/h;k, х:x/h;k, а:a, б:b, в:v;wf, г:g;hx, д:d, е:e;o, ж:ž;z, з:z, и:i, й:y;i, к:k, л:l, м:m, н:n,
  о:o, п:p, р:r, с:s, т:t, у:u;w, ф:f, ц:c, ч:č, ш:š, щ:š;č, ъ:, ы:i, ь:, э:e, ю:y u, я:y a, є:e, і:i, ї:i, ў:w;uv, ђ:ǧ, ћ:č,
  ј:y;i, љ:l, њ:n, џ:ǧ, ѓ:g, ќ:k, ѕ:z`

const greek = `
  τσ:c;č, τζ:ǧ;cz, μπ>$:m p, μπ:b;p, ντ:d;t, γκ:g, γγ:g, γχ:x, ου:u, αι:e;a, ει:i;e, οι:i;o, αυ:a v;f, ευ:e v;f, γ>ιεηυ:y/g, α:a, β:v;b, γ:g, δ:d, ε:e,
  ζ:z, η:i;e, θ:þ, ι:i;y, κ:k, λ:l, μ:m, ν:n, ξ:k s, ο:o, π:p, ρ:r, σ:s;zš, τ:t, υ:i;uy, φ:f, χ:x/h;k, ψ:p s, ω:o`

const arabic = `
  تش:č;š, تس:c, ^او:o;auvw, ^اي:i;aey, اي:a;iey, او:a;uow, ا:a;eiou, ب:b;pv, ت:t, ث:þ/s;t, ج:ǧ/g;žy, ح:h;x, خ:x;kh, د:d, ذ:d/z;þ, ر:r, ز:z;ž, س:s;z, ش:š;č, ص:s,
  ض:d/z, ط:t, ظ:z/d, ع:a;eio, غ:g;h, ف:f;vp, ق:k;gx, ك:k;gx, ل:l, م:m, ن:n, ه:h;ae, و:v;wuo, ي:y;ie, ء:, پ:p, چ:č, ژ:ž;z, گ:g`

const hebrew = `
  ^או:o;uv, ^אי:i;ey, יי:y;aie, וו:v;wu, א:a;eiou, ב:b/v, ג:g;ǧ, ד:d, ה:h;ae, ו:v;wuo, ז:z;žǧ, ח:h/x;k, ט:t, י:y;ie, כ:k;x, ל:l, מ:m, נ:n, ס:s, ע:, פ:p/f, צ:c;č,
  ק:k;g, ר:r, ש:š;s, ת:t;þ`

/** Rows of syllables in `a i u e o`, in hiragana. */
const kanaRows: readonly (readonly [string, string])[] = [
  ['かきくけこ', 'k'],
  ['がぎぐげご', 'g'],
  ['さ_すせそ', 's;þš'],
  ['ざ_ずぜぞ', 'z;cþ'],
  ['た__てと', 't'],
  ['だ_づでど', 'd'],
  ['なにぬねの', 'n'],
  ['はひ_へほ', 'h;x'],
  ['ばびぶべぼ', 'b;v'],
  ['ぱぴぷぺぽ', 'p'],
  ['まみむめも', 'm'],
  ['らりるれろ', 'r/l'],
]
const kana = [
  'し:š;s i, じ:ǧ;z i, ち:t/č i, つ:c u, ふ:f;h u, ん:n/m, ゔ:v, や:y a, ゆ:y u, よ:y o, わ:w;uv a, を:o, っ:, ー:, ゃ:a, ゅ:u, ょ:o',
  'あ:a, い:i;y, う:u;o, え:e, お:o, ぁ:a, ぃ:i, ぅ:u, ぇ:e, ぉ:o',
  ...kanaRows.flatMap(([row, sound]) =>
    [...row].map((letter, at) => (letter === '_' ? '' : `${letter}:${sound} ${'aiueo'[at] ?? ''}`)),
  ),
]
  .filter((rule) => rule !== '')
  .join(',')

/** Spellings by script; names in other scripts, Chinese among them, have no keys. */
export const spellings: Readonly<Partial<Record<Script, string>>> = {
  Latin: latin,
  Cyrillic: cyrillic,
  Greek: greek,
  Arabic: arabic,
  Hebrew: hebrew,
  Kana: kana,
}
