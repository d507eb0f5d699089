/// English and the other Germanic languages.
extension AbbreviationLists {
  static let english = List(
    leading: """
      adm al amb approx assn asst attn atty brig ca capt cllr cmdr col cols cpl cpt dept det e.g esp est ext f.e fax
      fr ft gen gov gov't hon i.e incl insp lt maj messrs mt mx op ph pres pvt rep reps rev sen sens sgt ste supt tel
      univ v viz
      """,
    trailing: """
      a.d a.k.a a.m apr ariz assoc aug ave avg b.a b.c b.c.e b.sc bldg blvd c.e calif conn d.c dec e.u esq feb fla fri
      hr hrs hwy i.v intl jan jul jun l.a m.a m.d m.sc mar max mich min minn mon n.y nov oct p.m p.s ph.d r.i.p rd sep
      sept sq tenn thu thurs tue tues u.a.e u.k u.n u.s u.s.a u.s.s.r wis
      """,
    numbering: "art c ch chap eq fig figs no nos n° p par para pp pt ref sec sect vol vols",
    starters: """
      a according after all also although among an analysts and another any are as at authorities because before
      between both but by can could critics despite did do does during each earlier economists even every everybody
      everyone experts few finally first for from had has have he he's her here his how however hundreds i i'm if in
      into investors is it it's its just last later let many may meanwhile might millions more moreover most must my
      never next no nobody nor not nothing now of officials oh on once one only or others our over people please
      police prices profits researchers residents sales scientists second several shares she she's should since so
      some someone something still such that that's the their then there there's therefore these they they're third
      this those though thousands thus to today tomorrow traders two under until was we we're well were what when
      where which while who whose why will with without witnesses workers would yes yesterday yet you you're your
      """,
    sayings: """
      added adds answered asked asks called continued cried demanded exclaimed inquired interrupted laughed murmured
      muttered replied replies said say says screamed shouted thought told whispered wondered yelled
      """,
    isLatin: true
  )

  static let german = List(
    leading: """
      al amtl bes betr bspw bzgl bzw ca d.h dgl dt ehem eigentl eigtl einschl engl entspr etw ev evtl exkl fr frl frz
      geb gebr gegr gem gen gest gez ggf ggfs griech h.c habil hl hr hrn i.a i.allg i.d.r i.v inkl insb insbes ital
      jew kath lat lfd lt m.e mag mind nachm nat o.ä phil rer resp s.o s.u schweiz sen sog st u.a u.u u.ä ugs urspr
      v.a verf verh vgl vorm z.b z.h z.hd z.t z.zt zit zzgl österr
      """,
    trailing: """
      apr aug co dez di e.g e.v f feb ff fr jan jh jhd jr jul jun m.w max mi min mio mo mrd mär n.chr nov o.g o.j okt
      sek sep sept std str tel tsd u.v.a u.v.m v.chr zz
      """,
    numbering: "abb abs anm art aufl bd bde hrsg kap nr nrn rdnr rn rz s tab ziff §",
    starters: """
      aber alle als also am an auch auf aus außerdem bei beide da dabei damit danach dann das dem den denn der des
      deshalb die dies diese dieser dieses doch dort du ein eine einem einen einer er es für gestern heute hier ich
      ihr ihre im in insgesamt ja jede jeder jedoch jetzt kein keine man mit morgen nach nein nicht noch nun nur
      obwohl oder schon sein seine seit sie so sonst später trotzdem und unser unter viele von vor warum was weil wenn
      wer wie wir wo während zu zudem zum zunächst zur über
      """,
    months: """
      april august dezember feber februar geburtstag jahrestag jahrhundert jahrhunderten jahrhunderts januar juli juni
      jänner mai märz november oktober september
      """,
    isLatin: true
  )

  static let dutch = List(
    leading: """
      a.g.v a.u.b aanw bc bijv bijw bnw burg bv ca d.m.v d.w.z dhr drs ds dwz evt excl i.p.v i.v.m incl ir jhr jkvr
      kapt kol lett lt m.a.w m.b.t m.i.v max mej mevr mr mw n.a.v o.a o.i.v resp sgt t.a.v t.b.v t.o.v v.d vnw ww
      zelfst zgn
      """,
    trailing: """
      apr aug b.v c.s dec e.d e.v enz etc feb gen j.l jan jl jr jul jun l.l min mrt n.chr n.v nov okt p.p sep sept sr
      tel u.s v.chr v.o.f
      """,
    numbering: "afb art blz dl hfst jg nr nrs p pag par",
    starters: """
      aan alle als bij bovendien daar daarna daarom dan dat de deze die dit door echter een en er geen gisteren haar
      het hier hij hoe hoewel hun ik in ja je jij maar met mijn morgen na naar nee niet nu of om omdat onder ons onze
      ook op over sinds sommige tijdens toch toen tussen u uit van vandaag veel volgens voor waar waarom wanneer wat
      we wie wij ze zij zijn zonder
      """,
    isLatin: true
  )

  static let swedish = List(
    leading: """
      ang bl.a c:a ca d.v.s dr dvs e.g exkl f.d fd fr fr.o.m hr i.st.f inkl jfr m.fl.a p.g.a pga prof resp s.k st t.ex
      t.o.m
      """,
    trailing: """
      apr aug d.y d.ä dec e.kr etc f.kr f.n feb i.o.m jan jul jun kl kr m.fl m.m mdr mkr mnkr nov o.d o.s.v okt osv
      sep sept st tel tkr
      """,
    numbering: "art bd fig kap nr s sid §",
    starters: """
      alla av de den denna deras dessa det detta dock du där då efter eller en enligt ett från för genom han hans
      hennes hon hur här i idag igår ingen inte ja jag man med mellan men min mot många nej ni nu när och också om på
      sedan som så till under utan vad varför vem vi vår över
      """,
    isLatin: true
  )

  static let danish = List(
    leading: """
      adj afd bl.a ca d.v.s dir dr dvs ekskl evt f.eks fr fx hhv hr i.h.t iflg ifm ift iht inkl jf jfr m.h.t mht nuv
      p.g.a pga prof resp sct skt skuesp stk tidl vedr
      """,
    trailing: """
      apr aug d.m d.y d.å dec e.kr etc f.kr feb jan jr jul jun kl kr m.fl m.m m.v mar mfl mia mio mv nov o.l o.s.v okt
      ol osv pct sep sept tlf
      """,
    numbering: "art bd fig kap nr s stk §",
    starters: """
      af alle da dag de den denne der deres det dette disse dog du efter eller en et for fra gennem går han hans
      hendes her hun hvad hvem hvordan hvorfor i ifølge ikke ingen ja jeg man mange med mellem men min mod nej nu når
      og også om over på siden så til uden under vi vores
      """,
    months: "april august december februar januar juli juni maj marts november oktober september",
    isLatin: true
  )

  static let norwegian = List(
    leading: """
      adm avd bl.a ca d.v.s dir dr dvs ekskl evt f.eks fr hhv hr i.h.t iflg ifm ift iht inkl jf jfr kgl m.h.t mht
      p.g.a pga prof resp stk vedr
      """,
    trailing: """
      apr aug des e.kr etc f.kr feb jan jr jul jun kl kr m.fl m.m m.v mar mfl mill mrd mv nov o.l o.s.v okt osv pst
      sep sept tlf
      """,
    numbering: "art bd fig kap nr s §",
    starters: """
      alle av da dag de dei den denne der deres det dette disse du eg ei ein eller en et etter for fra gjennom går han
      hans hennes her ho hun hva hvem hvordan hvorfor i ifølge ikke ikkje ingen ja jeg man mange med mellom men min
      mot nei nå når og også om over på siden så til under uten vi vår
      """,
    months: "april august desember februar januar juli juni mai mars november oktober september",
    isLatin: true
  )
}
