/// Italian and the other Romance languages.
extension AbbreviationLists {
  static let italian = List(
    leading: """
      a.c.a abbr accad ad.es all amm arch archeol ass avv avv.ti biol c.a c.d c.f c.p c.so cap cav cd cell cfr chim
      col comand comm cons coop d dep dip dipl dir ditta don dott dott.ssa dott.sse dr.ssa econ egr elettr es fac farm
      fax filos fis fraz gent geogr geom giur idraul ill ill.mo ing int isp ist l.go lett ling loc magg mat mecc
      med meteor off on on.le on.li oo p.es p.iva p.za p.zza pag.es pedag pres proc prof.ssa proff prov psicol rag reg
      rif s s.e s.ten sen serg sig sig.na sig.ra sigg sigg.ri soc sociol spett ss stor suor tecn tel ten teol uff univ
      v v.cte v.le vd ved
      """,
    trailing: """
      a.c ago ap apr art.cit c.v ca circ d.c dic dom feb gen gg gio giu ibid km ltd lug lun mag mar max mer min mq n.b
      n.d.r n.d.t ndr nov o.n.u op.cit ott p.a p.s q.b s.coop s.l.m s.m s.o.s s.r.l.s s.s sab sec seg segg sett sgg
      tel.fax u.e u.s u.s.a ven
      """,
    numbering: """
      art artt c capp d.l d.lgs d.p.r fig figg l n nn nr num p pag pagg par pp prot sent sez tab tav tavv vol voll
      """,
    starters: """
      a adesso agli ai al alla alle allo anche ancora buongiorno c'è che chi ci come con cosa così d'altra da dagli
      dai dal dalla dalle dallo degli dei del della delle dello di domani dopo dove dunque durante e ecco ed egli ella
      entro era erano essa essi esso fra già gli grazie ha hanno i ieri il in infatti infine inoltre intanto io l la
      le lei lo loro lui ma mai mentre mi molte molti negli nei nel nella nelle nello nessuno niente no noi non né o
      oggi ogni oltre ora per perché però poi prima quale quando quanto quei quel quella quelle quelli quello questa
      queste questi questo quindi sarà se secondo sempre senza si solo sono sopra sotto su sua sue sugli sui sul sulla
      sulle sullo suo suoi sì ti tra tu tutta tuttavia tutte tutti tutto un una uno verso vi voi è
      """,
    isLatin: true
  )

  static let french = List(
    leading: """
      adj adv av bd boul c.-à-d cap col dir dép env fg gén m me mgr mlles mm mmes p.ex pr rép ste syn tél
      """,
    trailing: "apr avr déc févr j.-c janv juil juill ltée nov oct sept",
    numbering: "art chap fig n no nos p pp t vol § éd",
    starters: """
      ainsi alors après au aujourd'hui aussi aux avant avec c'est car ce ces cet cette comme dans de demain depuis des
      donc du elle elles en enfin et hier il ils je l la le les leur leurs ma mais mes mon ni notre nous on or ou où
      par pendant pour pourquoi puis quand que qui quoi sa sans selon ses si son sous sur tu un une votre vous à
      """,
    isLatin: true
  )

  static let spanish = List(
    leading: """
      admón aprox av avda c.p cap cnel d depto dpto dra dras dres dña ej excma excmo gob gral hnos ilma ilmo ing lic
      p.ej pdte profa prov pza pág.ej s.m sra sras sres srta srtas ss.mm sta sto tel tfno ud uds vd vds
      """,
    trailing: "a.c abr ago cía d.c dic ee ee.uu ene feb jul jun mar may nov oct s.a.u sept uu",
    numbering: "art arts ed fig n no nº núm p pp pág págs vol",
    starters: """
      a además al ayer como con cuando cómo de del desde donde e el ella ellas ellos en entonces esa ese eso esta
      estas este esto estos hasta hoy la las le les lo los mas mañana me mi mis muy más no nos nosotros o para pero
      por que quién qué se según si sin sino sobre su sus también tras tú un una unas unos y ya yo él
      """,
    isLatin: true
  )

  static let portuguese = List(
    leading: """
      alm aprox arq av cap cel cf d dep dona dr dra dras drs eng enga ex exma exmo fr frei gen gov il.mo ilma ilmo maj
      p.ex pe pres prof profa profs pç pça r rod sen sgt sr sra sras srs srta st sta sto tel ten tv v.exa v.s.ª vs
      """,
    trailing: "a.c abr ago cia d.c e.u.a etc eua fev jan jr jul jun ltda mai n.t nov out p.s s.a",
    numbering: "art arts cap ed fig inc n no nº p pp pág págs séc vol",
    starters: """
      a agora ainda amanhã antes ao aquela aquele as até cada com como da das de depois desde do dos e ela elas ele
      eles em entre então essa esse esta estas este estes eu hoje isso isto já mais mas meu minha muito na nas nem no
      nos não nós o onde ontem os ou para pela pelo por porque porém qual quando que quem segundo sem seu seus sim sob
      sobre sua suas também todas todos tu um uma umas uns você vocês à
      """,
    isLatin: true
  )

  static let romanian = List(
    leading: """
      acad alin aprox arh asist av bd bld cca cf col conf cpt d.ex dl dna dr ec ex gen ing jud lect lit lt mr plt prof
      resp sf soc str vs
      """,
    trailing: """
      apr aug d.hr dec etc feb i.hr ian iul iun mar nov oct p.s r.a s.a s.r.l sep sept tel î.hr ş.a ş.a.m.d ș.a
      ș.a.m.d ș.cl
      """,
    numbering: "alin art cap ed fig lit nr p pag pct sec vol",
    starters: """
      acea aceasta această acel acest acesta aceste acești acum apoi astăzi atunci azi care ce cine conform cu cum
      când către da dacă dar de despre deși din după ea ei el ele eu fiecare foarte fără iar ieri la mai mâine nici
      noi nu o ori pe pentru peste potrivit prin până sau spre sub toate toți tu un unde unele unii voi în însă între
      și
      """,
    isLatin: true
  )

  static let catalan = List(
    leading: "aprox av d dr dra ex gral p.ex pg pl prof profa ptge sr sra sres srs st sta tel",
    trailing: "a.c abr ag cia d.c des ee.uu etc febr gen jul nov oct s.a set",
    numbering: "art cap fig n núm p pàg pàgs s vol",
    starters: """
      a ahir això al amb aquest aquesta avui com de del demà des el ell ella elles ells els en fins i ja jo la les més
      no nosaltres o on per però quan que qui què segons sense seu si sobre tu un una unes uns
      """,
    isLatin: true
  )
}
