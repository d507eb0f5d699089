/// Slavic languages in Latin letters.
extension AbbreviationLists {
  static let polish = List(
    leading: """
      abp al ang bp bł dot dr ds dyr fax fr gen gm hab hiszp inż jw kard kier kpr kpt ks lek m.in maks med mgr mjr
      n.p.m niem np ok oprac os p pl plut pow pp ppor ppłk prof przekł pt płk r.pr red ros s.c sierż tel tj tzn tzw ul
      ur wg woj ww wyd wł zm zob łac śp św św.p
      """,
    trailing: """
      a.d bm br cdn czw godz gr ha i.in im in itd itp min mld mln n.e niedz o p.n.e pn por pt r s.a sek sob sp
      sp.z.o.o szt tys w wr wt ww z.o.o zł śr
      """,
    numbering: "art lit nr par pkt poz rozdz rys s str t tab tabl ust zał §",
    starters: """
      a albo ale bez choć ci co czy dla dlaczego do dzisiaj dziś gdy gdzie i ich ja jak jednak jego jej jeszcze jeśli
      jutro już każdy kiedy kto który lecz lub między my mój na nad nasz nie o od on ona one oni ono oraz po pod
      ponadto ponieważ potem przed przez przy ta tak także te ten teraz też to ty tylko u w wczoraj we według więc
      wszyscy wtedy wy z za zatem ze że
      """,
    months: """
      czerwca grudnia kwietnia lipca listopada lutego maja marca października sierpnia stycznia września
      """,
    isLatin: true
  )

  static let czech = List(
    leading: """
      akad angl ap arch bc cca dipl doc dr dr.h.c fr gen ing judr kol kpt lat m.j m.n.m mgr mj mjr mudr mvdr n.p např
      npor nám něm p paeddr phdr phmr plk popř por prap prof pí příp red resp rndr sl slov srov sv tel thdr tj tzn tzv
      tř ul ved viz vč zejm čes ř
      """,
    trailing: """
      a.s aj apod atd csc dis drsc hod k.s kč mba mil min ml mld n.l o.p.s ph.d po.kr př.kr př.n.l s.p s.r.o sek st
      tis v.o.s z.s
      """,
    numbering: "kap obr odst písm r roč s str sv tab § č čl",
    starters: """
      a ale ano avšak bez byl byla bylo co dnes do i jak je jeho jejich její jen ještě já každý kde kdo když kromě
      který mezi my můj na nad ne nebo nyní náš o od on ona oni ono pak po pod podle potom pro proto protože proč před
      přesto při se ta také tato tedy ten tento teď ti to toto ty tyto u už v ve vy včera však všichni z za zda ze
      zítra že
      """,
    months: """
      březen března duben dubna květen května leden ledna listopad listopadu prosince prosinec srpen srpna září únor
      února červen července červenec června říjen října
      """,
    isLatin: true
  )

  static let slovak = List(
    leading: """
      akad angl arch bc cca doc dr fr gen ing judr kol kpt lat m.n.m mgr mj mjr mudr mvdr napr nem npor nám p paeddr
      phdr plk popr por porov pozn prap prof príp pí red resp rndr sl slov sv t.j t.z tel thdr tj tr tzn tzv ul ved vč
      čes
      """,
    trailing: """
      a.i a.s apod atď csc drsc hod k.s mil min ml mld n.l n.o o.z ph.d phd po.kr pod pred.kr s.r.o sek st tis v.o.s
      š.p
      """,
    numbering: "kap obr ods písm r roč s str tab zv § č čl",
    starters: """
      a aj ako ale alebo avšak bez bol bola bolo dnes do ešte i ich ja je jeho jej každý kde keď kto ktorý len medzi
      my môj na nad nie náš o od okrem on ona oni ono po pod podľa potom pre pred preto pretože prečo pri sa teda ten
      tento teraz tie tieto tiež to toto tá táto tí u už v vo vy včera však všetci z za zajtra zo áno či čo že
      """,
    months: """
      apríl apríla august augusta december decembra február februára január januára júl júla jún júna marca marec máj
      mája november novembra október októbra september septembra
      """,
    isLatin: true
  )

  static let slovenian = List(
    leading: "akad dipl doc dr g ga gdč gen gl inž mag npr oz prim prof st sv t.i tj tzv ul univ",
    trailing: "d.d d.o.o ipd itd min mio mrd n.št po.kr pr.kr pr.n.št s.p sek tel",
    numbering: "odst pogl sl str tab tč čl št",
    starters: """
      a ali ampak brez da danes do in iz ja jaz jutri kaj kako kdo ki kje ko med mi na nad ne njegov njen njihov o od
      on ona oni ono po pod potem pred pri s samo ta te ti to toda torej tudi u v vendar vi vsak vsi včeraj z za zakaj
      zato zdaj če še že
      """,
    months: """
      aprila avgusta decembra februarja januarja julija junija maja marca novembra oktobra septembra
      """,
    isLatin: true
  )

  static let croatian = List(
    leading: "akad bl dipl doc dr g gen gosp gđa gđica inž mag mr npr odn prof sl.br sv tj tzv ul usp",
    trailing: "d.d d.o.o god i.sl itd j.d.o.o kn mil min mlrd n.e p.kr pr.kr pr.n.e sek sl tel",
    numbering: "br sl st str sv t tab toč čl",
    starters: """
      a ako ali bez da dakle danas do gdje i ili iz ja još jučer kad kako koji među mi na nad ne nego njegov njezin
      njihov no o od on ona oni ono pa po pod potom pred pri s sa sada samo sutra svaki svi ta taj također te ti tko
      to u već vi za zato zašto što
      """,
    months: """
      aprila augusta decembra februara januara jula juna kolovoza lipnja listopada maja marta novembra oktobra ožujka
      prosinca rujna septembra siječnja srpnja studenoga svibnja travnja veljače
      """,
    isLatin: true
  )
}
