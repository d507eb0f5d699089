/// The abbreviations that come with the module.
enum AbbreviationLists {
  struct List {
    var leading = ""
    var trailing = ""
    var numbering = ""
    var starters = ""
    var months = ""
  }

  /// Titles that stand before names in many languages.
  static let titles = "dr prof ph mons mme mlle mr mrs ms st vs cf al op vgl resp"

  /// The ends of company names, and `etc`.
  static let legalForms = """
    inc ltd corp co llc l.l.c plc s.p.a s.r.l s.a.s s.n.c s.a s.a.r.l s.l n.v b.v a.g a.s k.k gmbh cie bros ltda
    s.c.a.r.l z o.o d.o.o pty pte kg ag spa srl jr sr etc
    """

  static let english = List(
    leading: """
      messrs mx rev fr hon gen col cols maj capt cmdr cpt lt sgt cpl pvt adm gov sen sens rep reps pres supt det
      insp amb ste mt ft e.g i.e f.e viz approx est esp incl dept univ assn gov't ca attn asst atty tel fax ext
      brig v
      """,
    trailing: """
      u.s u.k u.n e.u u.s.a u.a.e d.c l.a n.y esq ph.d m.d b.a m.a b.sc m.sc jan feb mar apr jun jul aug sep
      sept oct nov dec mon tue tues thu thurs fri ave blvd rd sq hwy i.v r.i.p p.s min max hr hrs a.k.a b.c a.d
      b.c.e c.e a.m p.m u.s.s.r calif fla ariz avg
      """,
    numbering: "no nos p pp c art fig figs vol vols sec sect ch chap par para eq ref pt n°",
    starters: """
      the a an this that these those there here it he she they we i you his her its their our my your it's he's
      she's they're we're i'm you're that's there's who what when where why how which whose did do does is are
      was were has have had can could will would should may might must and but or nor yet so if as at by for
      from in into of on to with without after before during since until while although though because however
      moreover meanwhile therefore thus then now today yesterday tomorrow later earlier finally first second
      third last next also another any all some many most more few several each every both no not never nothing
      let just even still once only such one two according despite under over between among please yes well oh
      millions thousands hundreds
      """
  )

  static let italian = List(
    leading: """
      sig sigg dott avv ing arch geom rag on sen don suor fra egr gent spett ill col cap magg ten serg comm cav
      uff pres proc isp comand s.e s.ten v.cte dir amm ad.es es p.es c.d cd cfr v vd ved d psicol sociol econ
      giur filos lett ling mat fis chim biol stor geogr archeol pedag teol med farm tel cell fax int p.za p.zza
      c.so v.le loc fraz prov reg a.c.a c.a c.p c.f p.iva rif all pag.es abbr avv.ti sigg.ri accad ass coop soc
      ditta off idraul meteor elettr mecc tecn dipl univ ist dip fac dep oo dott.ssa dr.ssa prof.ssa sig.ra
      sig.na s ss ill.mo l.go
      """,
    trailing: """
      ecc s.s s.r.l.s s.coop gen feb apr mag giu lug ago sett ott nov dic lun mar mer gio ven sab dom a.c d.c
      u.s u.s.a u.e n.d.r n.d.t s.o.s q.b p.s n.b c.v p.a min max sec ca ndr s.l.m s.m o.n.u circ seg segg ap gg
      mq km
      """,
    numbering: """
      n nn nr num art artt pag pagg p pp fig figg vol voll capp par sez tab tav d.lgs d.l d.p.r sent tavv c l
      prot
      """,
    starters: """
      il lo la i gli le l un uno una e ed è o ma però se non né in nel nello nella nei negli nelle per con da
      dal dallo dalla dai dagli dalle di del dello della dei degli delle a al allo alla ai agli alle su sul
      sullo sulla sui sugli sulle tra fra questo questa questi queste quello quella quelli quelle quel quei
      anche ancora così poi quindi dunque infine inoltre intanto mentre quando come dove perché chi che cosa
      quale quanto secondo dopo prima durante oggi ieri domani adesso ora ha hanno sono era erano sarà si ci mi
      ti vi lui lei loro noi voi io tu egli ella esso essa essi suo sua suoi sue ecco solo già mai sempre tutto
      tutti tutta tutte molti molte ogni nessuno niente grazie buongiorno sì no c'è d'altra oltre senza sotto
      sopra verso entro infatti tuttavia
      """
  )

  static let german = List(
    leading: """
      hr hrn fr frl dipl bspw z.b d.h u.a z.t i.d.r u.u v.a o.ä s.o s.u ca evtl ggf inkl exkl zzgl bzw sog gem
      lt usf max min mind tel gez i.a i.v str geb gest verh jh mio mrd tsd dipl.-ing usw.u
      """,
    trailing: """
      usw jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do sa so u.s.w v.chr n.chr e.v o.g
      """,
    numbering: "nr s abs art abb bd kap tab ziff aufl hrsg",
    starters: """
      der die das den dem des ein eine einen einem einer er sie es wir ihr ich du dies diese dieser dieses und
      aber oder doch denn wenn als wie wo was wer warum im in am an auf aus bei mit nach von vor zu zum zur für
      über unter auch noch nur schon so dann jetzt heute gestern morgen nicht kein keine sein seine ihre unser
      da nun hier
      """,
    months: "januar februar märz april mai juni juli august september oktober november dezember jänner"
  )

  static let french = List(
    leading: "m mm mmes mlles me pr ste mgr gén col cap p.ex c.-à-d env av bd boul tél fg",
    trailing: "janv févr avr juil sept oct nov déc ltée apr j.-c juill",
    numbering: "n no p pp art fig vol chap t éd § nos",
    starters: """
      le la les l un une des du de il elle ils elles on nous vous je tu ce cet cette ces c'est et mais ou donc
      or ni car dans en au aux à par pour sur sous avec sans après avant depuis pendant selon si quand comme où
      que qui quoi pourquoi son sa ses leur leurs notre votre mon ma mes aussi alors puis enfin ainsi hier
      aujourd'hui demain
      """
  )

  static let spanish = List(
    leading: """
      sra sres sras srta d dña dra lic ing gral cnel cap av avda p.ej ej pág.ej sto sta aprox pza tel ud uds vd
      vds
      """,
    trailing: "ee.uu ee uu cía ene feb mar abr may jun jul ago sept oct nov dic a.c d.c s.a.u",
    numbering: "n núm nº no pág págs p pp art arts fig vol ed",
    starters: """
      el la los las un una unos unas lo él ella ellos ellas yo tú nosotros esto este esta estos estas ese esa
      eso y e o pero mas sino si no en de del al a con por para sin sobre tras desde hasta según cuando como
      donde que quién qué cómo su sus mi mis también entonces además hoy ayer mañana ya más muy se le les me nos
      """
  )

  /// For languages without a list of their own.
  static let general = List(numbering: "no nr n p pp vol art")
}
