import { foldWord } from './fold'

const words = (text: string): string[] => text.trim().split(/\s+/)

/**
 * Words that nearly every text of a language has: of languages of which lunr-languages has no list that can be loaded, and what an
 * apostrophe parts from the next word (`l'homme`) or the one before (`Ankara'dan`).
 */
const written: Readonly<Record<string, readonly string[]>> = {
  ar: words(`في من إلى على عن مع هذا هذه ذلك تلك التي الذي الذين ما لا لم لن قد كان كانت يكون هو هي هم أن إن أو ثم بعد قبل
    بين كل حتى عند منذ خلال كما بل لكن ولكن وفي ومن وقد وكان أنه أنها إنه وأن حيث غير أي أيضا به بها له لها فيه فيها عليه عليها منه
    منها يوم ولا وهو وهي وقال قال`),
  he: words(`של את על לא הוא היא הם זה זו זאת אני אנחנו אתה עם גם כי אם או אבל יש אין היה הייתה היו מה מי כל אל עד רק כך כמו אך
    אשר בין לפני אחרי לו לה לי שלו שלה שלי שהוא שהיא וגם כבר עוד יותר מאוד לפי כדי אותו אותה להיות הזה הזאת`),
  fa: words(`و در به از که این آن را با است برای تا بر یک هم شد شده می خود کرد کرده بود نیز اما یا ها های باید اگر او وی ما شما
    آنها پس هر دو بین پیش نیست دارد دارند شود کند کنند گفت هستند همین همه چه بی`),
  uk: words(`і й та в у на з із зі що не до як за від для це про а але або чи його її їх він вона вони ми ви я цей ця ці той який яка
    які було був була були буде є при по під над через між після також вже ще лише тому де коли якщо щоб бути може так ж би`),
  ko: words(
    '그 이 저 것 수 등 및 또 또는 그리고 그러나 하지만 있다 없다 했다 한다 대한 위해 통해 따라 때문에',
  ),
  fr: words('c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu'),
  it: words('c d l m n s t v un all dall dell nell sull coll quell quest bell sant'),
  tr: words(`nin nun in un dan den tan ten da de ta te yi yu i u ya ye a e la le yla yle daki deki ndan nden ndaki ndeki nda nde
    na ne ni nu lu li lar ler`),
}

const none: ReadonlySet<string> = new Set()

/** The stop words of a language beside lunr's own, folded when they are asked for first. */
export const createOwnStopWords = (): ((language: string) => ReadonlySet<string>) => {
  const folded = new Map<string, ReadonlySet<string>>()
  return (language) => {
    const list = written[language]
    if (!list) return none
    const known = folded.get(language) ?? new Set(list.map(foldWord))
    folded.set(language, known)
    return known
  }
}
