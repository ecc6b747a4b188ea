import { checkForms } from './checkForms'

checkForms('en', {
  together: `war/wars, minister/ministers, bank/banking, company/company's, company/companies, café/cafe,
    naïve/naive, U.S./US, elect/elected, report/reporting, ＷＡＲ/war, coöperate/cooperate, ﬁnance/finance,
    Encyclopædia/encyclopaedia, state/STATES`,
  apart: `war/ward, bank/bench, minister/monster, state/statute, report/rapport, court/count, party/part,
    peace/piece, coast/cost`,
})

checkForms('de', {
  together: `Müller/Mueller, Müller/Muller, Mueller/Muller, Häuser/Haus, Straße/Strasse, STRASSE/straße,
    Minister/Ministern, Minister/Ministers, Bücher/Buch, Länder/Land, groß/grosse, Frau/Frauen,
    Zeitung/Zeitungen, Krieg/Krieges, Städte/Stadt, Universität/Universitaeten, Köln/Koeln,
    Österreich/Oesterreichs, Ärzte/Aerzten, GRÜSSE/Grüße`,
  apart: `Haus/Maus, Stadt/Staat, Bank/Bild, Tor/Tür, Buch/Bach, Kirche/Kirsche, Steuer/Stern, Mutter/Muster,
    neu/nein, Ende/Ente, Frauen/Frankreich`,
})

checkForms('fr', {
  together: `l'homme/homme, l’homme/homme, d'État/État, aujourd'hui/aujourd’hui, élève/eleve, élève/élèves,
    l'élection/élections, journal/journaux, cheval/chevaux, gouvernement/gouvernements, œuvre/oeuvre,
    j'accuse/accuse, français/française, ville/villes, parler/parlait, qu'Emmanuel/Emmanuel, ÉCOLE/école,
    garçon/garcon, lorsqu’Anne/Anne, arrivé/arrivée, député/députés, arrivée/arriver`,
  apart: `homme/hommage, ville/village, père/pierre, poisson/poison, jour/joue, roi/roue, vin/vent,
    chat/château, main/moine, port/porc`,
})

checkForms('es', {
  together: `España/Espana, canción/canciones, niño/niños, niño/nino, presidente/presidentes, ministro/ministra,
    elección/elecciones, país/países, hablar/hablaba, gobierno/gobiernos, ciudad/ciudades, AÑO/año,
    guerra/guerras, rápido/rapida, Pérez/Perez, habló/hablar`,
  apart: `perro/pero, casa/caza, caballo/cabello, hombre/hambre, país/paz, pelo/polo, mesa/misa, ciudad/cuidado,
    rey/ley, gato/gasto`,
})

checkForms('it', {
  together: `città/citta, l'uomo/uomo, dell'arte/arte, governo/governi, ministro/ministri, presidente/presidenti,
    elezione/elezioni, perché/perche, giornale/giornali, parlare/parlava, guerra/guerre, libro/libri,
    italiano/italiani, all’alba/alba, sull’isola/isole, un'amica/amica`,
  apart: `casa/cassa, pane/penna, notte/nota, capello/cappello, sera/serra, copia/coppia, pala/palla, mano/meno,
    rosa/rossa, sete/sette`,
})

checkForms('pt', {
  together: `São/sao, eleição/eleições, nação/nações, presidente/presidentes, ministro/ministros,
    governo/governos, cidade/cidades, coração/coracao, falar/falava, país/países, guerra/guerras,
    avião/aviões, jornal/jornais, AÇÃO/ação`,
  apart: `pão/pau, mão/mãe, casa/caça, cão/cor, mesa/missa, rua/rei, sol/sal, gato/gasto, mar/mal, faca/foca`,
})

checkForms('nl', {
  together: `minister/ministers, krant/kranten, regering/regeringen, café/cafe, oorlog/oorlogen, vrouw/vrouwen,
    boek/boeken, land/landen, één/een, president/presidenten, verkiezing/verkiezingen, partij/partijen,
    BRUG/bruggen, Curaçao/Curacao, België/Belgie, huis/huizen`,
  apart: `huis/muis, boek/boer, land/lang, kind/kist, vis/vuist, week/wijk, stad/staat, oor/oorlog, brug/berg,
    kop/koopman`,
})

checkForms('pl', {
  together: `wojna/wojny, wojna/wojną, Łódź/Lodz, miasto/miasta, miasto/miastach, rząd/rządu, kobieta/kobiety,
    kobieta/kobietami, prezydent/prezydenta, gazeta/gazety, gazeta/gazet, szkoła/szkoły, GDAŃSK/gdansk,
    żona/zony, minister/ministrowie, Wałęsa/Wałęsy`,
  apart: `wojna/woda, miasto/mięso, rząd/rzeka, kot/kod, dom/dym, praca/prawo, noc/nos, las/los, kura/kora,
    mama/mapa`,
})

checkForms('sv', {
  together: `krig/kriget, regering/regeringen, minister/ministern, tidning/tidningar, bil/bilar, bil/bilarna,
    hus/huset, flicka/flickor, stad/staden, Göteborg/Goteborg, Åsa/Asa, svensk/svenska, val/valet,
    skola/skolor, pojke/pojkar`,
  apart: `hus/mus, bil/bild, krig/krog, bok/bak, sol/sal, berg/borg, hav/hov, mat/matta, land/lund`,
})

checkForms('tr', {
  together: `İstanbul/istanbul, İSTANBUL/istanbul, ISPARTA/ısparta, Isparta/isparta, kitap/kitaplar,
    kitap/kitabı, kitap/kitapları, ev/evler, ev/evlerde, şehir/şehirler, Türkiye/Türkiye'de,
    Türkiye/Türkiye’nin, Ankara/Ankara'dan, bakan/bakanlar, ülke/ülkeler, ülke/ülkelerinde,
    gazeteci/gazeteciler, göz/gözler, başkan/başkanı, savaş/savaşın, Diyarbakır/DİYARBAKIR`,
  apart: `el/ev, kitap/kitle, göz/güz, at/et, baş/beş, kol/kulak, su/sol, yol/yıl, dil/dal, kız/kuzu`,
})
