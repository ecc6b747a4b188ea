import { listOf, type LanguageTable } from './languageTable'

const en: LanguageTable = {
  numbers: listOf(
    `dozens?, hundreds?, thousands?, millions?, billions?, trillions?, percent, per cent, half, twice, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, twenty, thirty, forty, fifty, a third, a quarter, two thirds`,
  ),
  superlatives: listOf(
    `most, least, best, worst, first, last, only, sole, record, never before, unprecedented, (?!(?:for|inter|pro|con|at|har|sug|ar|re|dis|infest|hon|mod|earn|man|w|qu|gu|ch|cr|tempe|inv|t|r|n|v|b|di)est)\\p{L}{2,}(?:est)`,
  ),
  titles: listOf(
    `Mr, Mrs, Ms, Dr, Prof, Sir, President, Minister, Senator, Judge, General, Colonel, Captain, Mayor, King, Queen, Pope`,
  ),
  openers: listOf(
    `The, A, An, In, On, At, But, And, Or, If, For, From, By, As, It, Its, He, She, They, We, You, His, Her, Their, This, That, These, Those, There, When, While, After, Before, With, Of, To, No, Not, Some, Many, Most, Several, Now, Then, What, Who, How, Source`,
  ),
  abbreviations: listOf(
    `Mr, Mrs, Ms, Dr, Prof, St, Jr, Sr, Gen, Col, Lt, Sgt, Capt, Sen, Rep, Gov, No, vs, e.g, i.e, approx, Inc, Ltd, Co, Corp, Jan, Feb, Mar, Apr, Aug, Sept, Oct, Nov, Dec, U.S, U.K, U.N`,
  ),
}

const de: LanguageTable = {
  numbers: listOf(
    `Dutzend\\p{L}*, hunderte?, tausende?, Million(?:en)?, Milliarden?, Billion(?:en)?, Prozent, Hälfte, Drittel, Viertel, doppelt, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, elf, zwölf, zwanzig`,
  ),
  superlatives: listOf(
    `am \\p{L}+sten, (?:der|die|das|den|dem|des|ihr|sein|im|zum|zur) \\p{L}+(?:[^aeiouäöü]st|[aeiouäöü]ßt|ößt|est)e[nrsm]?, erst(?:e[nrsm]?|mals), letzte[nrsm]?, einzige[nrsm]?, meisten, beste[nrsm]?, größte[nrsm]?, höchste[nrsm]?`,
  ),
  titles: listOf(
    `Herr, Herrn, Frau, Dr, Prof, Präsident(?:in)?, Kanzler(?:in)?, Minister(?:in)?, General, Bürgermeister(?:in)?`,
  ),
  openers: listOf(
    `Der, Die, Das, Ein, Eine, In, Im, Am, An, Auf, Aber, Und, Wenn, Als, Es, Er, Sie, Wir, Dies, Diese, Nach, Vor, Mit, Von, Zu, Bei, Für, Seit, Auch, Nur`,
  ),
  abbreviations: listOf(
    `Dr, Prof, Nr, ca, bzw, z, z. B, z.B, d, d. h, d.h, u, u. a, u.a, i, o, St, Str, Mio, Mrd, usw, Jan, Feb, Aug, Sept, Okt, Nov, Dez, \\d{1,2}`,
  ),
  capitalNouns: true,
}

const fr: LanguageTable = {
  numbers: listOf(
    `dizaines?, douzaines?, centaines?, cents?, mille, milliers?, millions?, milliards?, moitié, tiers, quart, double, deux, trois, quatre, cinq, six, sept, huit, neuf, dix, onze, douze, vingt`,
  ),
  superlatives: listOf(
    `(?:le|la|les|du|au|aux|des|son|sa|ses) (?:plus|moins), premi(?:er|ère|ers|ères), derni(?:er|ère|ers|ères), seule?s?, unique, meilleure?s?, pires?, record, jamais`,
  ),
  titles: listOf(`M, Mme, Mlle, Dr, président(?:e)?, ministre, général, maire, sénat(?:eur|rice)`),
  openers: listOf(
    `Le, La, Les, Un, Une, Des, Du, En, À, Au, Mais, Et, Il, Elle, Ils, Elles, On, Nous, Ce, Cette, Ces, Dans, Pour, Par, Sur, Avec, Après, Avant, Selon, Si, Quand`,
  ),
  abbreviations: listOf(`M, MM, Mme, Mlle, Dr, St, Ste, env, p. ex, av, apr, n°`),
}

const es: LanguageTable = {
  numbers: listOf(
    `decenas?, docenas?, cien, cientos?, miles, mil, millones, millón, billones, por ciento, mitad, tercio, doble, dos, tres, cuatro, cinco, seis, siete, ocho, nueve, diez, once, doce, veinte`,
  ),
  superlatives: listOf(
    `(?:el|la|los|las|lo|del|al|su|sus) (?:\\p{L}+ )?(?:más|menos), primer(?:o|a|os|as)?, últim(?:o|a|os|as), únic(?:o|a|os|as), mejor(?:es)?, peor(?:es)?, récord, \\p{L}+ísim(?:o|a|os|as), nunca`,
  ),
  titles: listOf(
    `Sr, Sra, Srta, Dr, Dra, presidente, presidenta, ministr[oa], general, alcalde, alcaldesa, rey, reina`,
  ),
  openers: listOf(
    `El, La, Los, Las, Un, Una, En, A, Al, De, Del, Pero, Y, Se, Su, Sus, Este, Esta, Con, Por, Para, Según, Tras, Si, Cuando, No`,
  ),
  abbreviations: listOf(`Sr, Sra, Srta, Dr, Dra, EE, UU, EE. UU, núm, aprox, Ud, Uds, p. ej`),
}

const it: LanguageTable = {
  numbers: listOf(
    `decine?, dozzin[ae], cento, centinai[ao], mille, mila, migliai[ao], milion[ei], miliard[oi], per cento, metà, terzo, doppio, due, tre, quattro, cinque, sei, sette, otto, nove, dieci, undici, dodici, venti`,
  ),
  superlatives: listOf(
    `(?:il|la|i|gli|le|lo|del|della|dei|al|alla) (?:\\p{L}+ )?(?:più|meno), prim[oaie], ultim[oaie], unic[oa], unici, miglior[ei]?, peggior[ei]?, record, \\p{L}+issim[oaie], mai`,
  ),
  titles: listOf(`Sig, signor[ea]?, dott, presidente, ministr[oa], generale, sindac[oa], Papa`),
  openers: listOf(
    `Il, Lo, La, I, Gli, Le, Un, Una, In, A, Al, Di, Da, Ma, E, Con, Per, Su, Non, Si, Se, Quando, Secondo, Dopo`,
  ),
  abbreviations: listOf(`Sig, Sig.ra, dott, prof, ecc, art, n, ca`),
}

const pt: LanguageTable = {
  numbers: listOf(
    `dezenas?, dúzias?, cem, centenas?, mil, milhares, milh(?:ão|ões), bilh(?:ão|ões), mil milhões, por cento, metade, terço, dobro, dois, duas, três, quatro, cinco, seis, sete, oito, nove, dez, onze, doze, vinte`,
  ),
  superlatives: listOf(
    `(?:o|a|os|as|do|da|ao) (?:\\p{L}+ )?(?:mais|menos), primeir[oa]s?, últim[oa]s?, únic[oa]s?, melhor(?:es)?, pior(?:es)?, maior(?:es)?, recorde, \\p{L}+íssim[oa]s?, nunca`,
  ),
  titles: listOf(`Sr, Sra, Dr, Dra, presidente, ministr[oa], general, prefeit[oa]`),
  openers: listOf(
    `O, A, Os, As, Um, Uma, Em, No, Na, De, Do, Da, Mas, E, Com, Por, Para, Segundo, Se, Quando, Não, Ele, Ela`,
  ),
  abbreviations: listOf(`Sr, Sra, Dr, Dra, EUA, nº, aprox, p. ex`),
}

const nl: LanguageTable = {
  numbers: listOf(
    `tientallen, tiental, dozijn, honderd(?:en)?, duizend(?:en)?, miljoen(?:en)?, miljard(?:en)?, procent, helft, derde, kwart, dubbele?, twee, drie, vier, vijf, zes, zeven, acht, negen, tien, elf, twaalf, twintig`,
  ),
  superlatives: listOf(
    `(?:de|het|hun|zijn|haar) \\p{L}+ste, meeste, minste, eerste, laatste, enige, beste, grootste, hoogste, nooit`,
  ),
  titles: listOf(
    `meneer, mevrouw, dhr, mevr, dr, prof, president, minister, premier, generaal, burgemeester, koning(?:in)?`,
  ),
  openers: listOf(
    `De, Het, Een, In, Op, Aan, Maar, En, Als, Er, Hij, Zij, Ze, Wij, We, Dit, Dat, Na, Voor, Met, Van, Bij, Volgens`,
  ),
  abbreviations: listOf(`dhr, mevr, dr, prof, ca, bijv, o.a, d.w.z, nr, St`),
}

export const westernTables = { en, de, fr, es, it, pt, nl } as const
