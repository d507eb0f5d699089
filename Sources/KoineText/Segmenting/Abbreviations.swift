/// The words of a language whose full stop does not, or not always, end a sentence.
///
/// All are in lower case and without the last full stop: `dott`, `s.p.a`.
public struct Abbreviations: Sendable {
  /// Words that something always follows, such as titles: `dott. Rossi`.
  public var leading: Set<String>
  /// Words that may end a sentence, such as `ecc.` or `Inc.`; they do when the next word starts one.
  public var trailing: Set<String>
  /// Words that a number follows: `n. 5`, `art. 12`.
  public var numbering: Set<String>
  /// Capitalized words that hardly follow an abbreviation inside a sentence: articles, pronouns, adverbs.
  public var starters: Set<String>
  /// Names of months, which follow an ordinal number in German: `3. Mai`.
  public var months: Set<String>

  /// Collects abbreviations.
  public init(
    leading: Set<String> = [],
    trailing: Set<String> = [],
    numbering: Set<String> = [],
    starters: Set<String> = [],
    months: Set<String> = []
  ) {
    self.leading = leading
    self.trailing = trailing
    self.numbering = numbering
    self.starters = starters
    self.months = months
  }

  /// Returns this module's own list for a language; one of titles and legal forms for languages that it has none for.
  public static func standard(for language: Language) -> Abbreviations {
    switch language.rawValue {
    case "en": english
    case "it": italian
    case "de": german
    case "fr": french
    case "es": spanish
    default: general
    }
  }

  private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

  private static let legalForms = set(
    """
    inc ltd corp co llc l.l.c plc s.p.a s.r.l s.a.s s.n.c s.a s.a.r.l s.l n.v b.v a.g a.s k.k gmbh cie bros ltda s.c.a.r.l \
    sp z o.o d.o.o pty pte
    """
  )

  private static let general = Abbreviations(
    leading: set("dr prof mr mrs ms st"),
    trailing: legalForms.union(set("etc")),
    numbering: set("no nr p pp vol art")
  )

  private static let english = Abbreviations(
    leading: set(
      """
      mr mrs ms dr prof messrs mme mlle rev hon sen rep gov gen lt col sgt capt cmdr maj pvt adm brig supt insp st sr jr fr \
      mt ft pres vs v cf e.g i.e viz ca approx est dept univ assn ave blvd rd ext fig figs eq sec
      """
    ),
    trailing: legalForms.union(
      set(
        """
        etc u.s u.k u.n e.u u.s.a u.a.e u.s.s.r d.c a.m p.m b.c a.d ph.d m.d b.a m.a jr sr esq al jan feb mar apr jun jul \
        aug sep sept oct nov dec mon tue wed thu fri sat sun calif mass conn fla ariz ill tex wash va pa ont in ft yd oz lb \
        sq min max avg dist
        """
      )
    ).subtracting(set("in min max dist mass ill wash est")),
    numbering: set("no nos p pp vol vols art ch par sec para fig figs eq ex"),
    starters: set(
      """
      the a an this that these those it its he she they we i you his her their our there here in on at for from with when \
      while as after before since if but and so yet however meanwhile also what who how why where which then now not no one \
      some many most all both each by to is are was were did do does
      """
    )
  )

  private static let italian = Abbreviations(
    leading: set(
      """
      dott dr dott.ssa dr.ssa prof prof.ssa avv ing arch geom rag sig sig.ra sig.na sigg on sen gen col cap magg ten mons \
      card s ss don p cav comm uff amm pres dir resp spett egr gent ill.mo v vs cfr es p.es ad.es c.a ca tel cell dip ist \
      min fraz loc p.zza v.le c.so l.go st
      """
    ),
    trailing: legalForms.union(
      set(
        """
        ecc etc spa srl soc coop d.c a.c p.iva c.f n.d.r ndr p.s q.b s.l.m s.m u.s u.s.a u.e o.n.u lit circ seg segg pagg \
        gen feb apr mag giu lug ago sett ott nov dic ap gg mq kg km
        """
      )
    ).subtracting(set("gen mag ago")),
    numbering: set(
      "n nn nr num art artt pag pagg p pp vol voll cap capp fig figg tab tavv tav c co l par sez all lett prot"
    ),
    starters: set(
      """
      il lo la i gli le l un uno una questo questa questi queste quello quella in nel nella nei nelle con per da dal dalla \
      di del della dei a al alla e ma o se non è sono ha hanno si che chi come quando dove mentre dopo prima così anche \
      inoltre infatti tuttavia però quindi poi oggi ieri ora secondo tra fra su sul sulla lui lei loro noi io ci tutti ogni
      """
    )
  )

  private static let german = Abbreviations(
    leading: set(
      """
      dr prof hr fr hrn ing dipl dipl.-ing st z.b d.h u.a i.d.r v.a vgl bzw ca evtl ggf inkl exkl sog usw.u min max mio mrd \
      tel str nr u.u o.ä s.o s.u z.t i.a
      """
    ),
    trailing: legalForms.union(set("usw etc u.s.w o.g jan feb mär apr jun jul aug sep sept okt nov dez mio mrd")),
    numbering: set("nr s bd abs art kap abb"),
    starters: set(
      """
      der die das den dem des ein eine einen er sie es wir ich ihr in im am an auf aus bei mit nach von vor zu und aber \
      doch auch dies diese dieser dieses da dann wenn als wie was wer so nun hier
      """
    ),
    months: set(
      "januar februar märz april mai juni juli august september oktober november dezember jänner"
    )
  )

  private static let french = Abbreviations(
    leading: set("m mm mme mlle dr pr st ste me mgr cf p.ex c.-à-d env av bd tél"),
    trailing: legalForms.union(set("etc janv févr avr juill sept oct nov déc")),
    numbering: set("n no nos art p pp vol chap fig"),
    starters: set(
      "le la les un une des ce cette ces il elle ils elles on nous vous je en dans à au aux pour par sur mais et"
    )
  )

  private static let spanish = Abbreviations(
    leading: set("sr sra srta sres dr dra d dña prof ing lic gral cnel p.ej aprox av avda pza tel ud uds vd vds"),
    trailing: legalForms.union(set("etc ee.uu s.a.u a.c d.c")),
    numbering: set("n nº núm art pág págs p pp vol cap fig"),
    starters: set("el la los las un una este esta estos estas él ella ellos en de a al con por para pero y no se que")
  )
}
