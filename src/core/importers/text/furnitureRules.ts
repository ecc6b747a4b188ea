import type { FurnitureReason } from '#shared/model/article'

interface FurnitureRule {
  readonly reason: FurnitureReason
  readonly is: RegExp
  /** Characters; a longer line is text. */
  readonly longest: number
}

/** Lines of a page that are not part of the article, by what they say. Each rule takes whole lines only. */
const rules: readonly FurnitureRule[] = [
  {
    reason: 'newsletter',
    is: /^(?:sign up|subscribe)(?: (?:now|here|today|for|to)\b|[.!]?$)|^get .{0,80}\b(?:in|to) your inbox\b|\bto your inbox\b|\bin your inbox\b|^(?:.{0,60}\b)?(?:e-?mails?|newsletters?) (?:&|and) alerts$|^(?:our |the |free |daily |morning |weekly )*newsletters?[:!]?$|^(?:abonnieren sie|jetzt abonnieren|newsletter abonnieren|inscrivez-vous|abonnez-vous|suscríbete|suscríbase|iscriviti)\b/iu,
    longest: 160,
  },
  {
    reason: 'follow-us',
    is: /^(?:follow|like|find|join) .{0,80}\bon (?:facebook|twitter|instagram|linkedin|youtube|tiktok|telegram|whatsapp|x|mastodon|bluesky|threads|social media)\b|^follow us\b|^(?:folgen sie uns|suivez-nous|síguenos|síganos|seguici)\b/iu,
    longest: 200,
  },
  {
    reason: 'share',
    is: /^(?:share|tweet|e-?mail|print|copy link|save)(?: (?:this|on|via|it|to|article|story|link)\b.{0,60})?[:.]?$|^(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|e-?mail|print|copy link)(?:\s*[|,·•/]?\s*(?:facebook|twitter|whatsapp|linkedin|pinterest|reddit|e-?mail|print|copy link))+$|^(?:teilen|partager|compartir|condividi)[:.]?$/iu,
    longest: 120,
  },
  {
    reason: 'advertisement',
    is: /^[[(]?(?:advertisement|advertising|sponsored(?: content)?|paid content|story continues below(?: advertisement)?|article continues (?:below|after)(?: (?:this |the )?advertisement)?|continue reading below|scroll to continue|anzeige|werbung|publicité|publicidad|pubblicità|advertentie)[\])]?[.:]?$/iu,
    longest: 80,
  },
  {
    reason: 'related',
    is: /^(?:read more|read also|also read|see also|read next|more on this|more from|related(?: (?:articles?|stories|coverage|content|topics?))?|recommended(?: for you)?|you (?:might|may) (?:also )?like|don['’]t miss|now read|watch now|most (?:read|popular)|trending|lesen sie auch|mehr zum thema|lire aussi|à lire aussi|lee también|leer más|leggi anche)(?:\s*[:»›>→|]\s*.{0,160}|[.!]?)$|^more from .{1,60}[:.]?$/iu,
    longest: 200,
  },
  {
    reason: 'copyright',
    is: /^(?:©|\(c\)\s*(?:copyright|\d{4})|copyright\b\s*(?:©|\(c\)|\d{4}|by\b)).{0,300}$|^.{0,160}\ball rights reserved\b.{0,200}$|^this material may not be published, broadcast\b.{0,200}$/iu,
    longest: 400,
  },
  {
    reason: 'navigation',
    is: /^(?:skip to (?:main )?content|back to (?:top|home)|home|menu|search|log ?in|sign in|next|previous|next (?:article|page|story)|previous (?:article|page|story)|load more|show more|comments?(?: \(\d+\))?|leave a (?:comment|reply)|\d+ comments?|zur startseite|nach oben|retour|volver)$/iu,
    longest: 40,
  },
  {
    reason: 'other',
    is: /^(?:\d+ min(?:ute)?s? read|listen to (?:this )?article|click here .{0,80}|terms of (?:use|service)|privacy policy|cookie (?:policy|settings)|we use cookies\b.{0,160}|[-*_=~·•#–—\s]+|page \d+(?: of \d+)?)$/iu,
    longest: 200,
  },
]

/** Why a line is left out of the article; undefined for a line that belongs to it. */
export const furnitureReasonOf = (line: string): FurnitureReason | undefined =>
  rules.find((rule) => line.length <= rule.longest && rule.is.test(line))?.reason
