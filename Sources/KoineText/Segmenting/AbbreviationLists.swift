/// The words that come with the module, by language.
enum AbbreviationLists {
  /// Words with blanks between them.
  struct List {
    var leading = ""
    var trailing = ""
    var numbering = ""
    var starters = ""
    var months = ""
    var sayings = ""
    var isLatin = false
  }

  /// The list of each language by its code.
  static let byLanguage: [String: List] = [
    "ar": arabic, "bg": bulgarian, "bs": croatian, "ca": catalan, "cs": czech, "da": danish, "de": german, "el": greek,
    "en": english, "es": spanish, "et": estonian, "fa": persian, "fi": finnish, "fr": french, "he": hebrew, "hi": hindi,
    "hr": croatian, "hu": hungarian, "hy": armenian, "it": italian, "ja": plain, "ko": plain, "lt": lithuanian,
    "lv": latvian, "nb": norwegian, "nl": dutch, "nn": norwegian, "no": norwegian, "pl": polish, "pt": portuguese,
    "ro": romanian, "ru": russian, "sk": slovak, "sl": slovenian, "sr": serbian, "sv": swedish, "tr": turkish,
    "uk": ukrainian, "ur": urdu, "zh": plain,
  ]

  /// What languages in Latin letters share: titles and words before numbers.
  static let shared = List(
    leading: "cf dipl dr ing mlle mme mons mr mrs ms prof st vs",
    numbering: "art fig no nr tab vol"
  )

  /// The ends of company names, and `etc`.
  static let legalForms = """
    inc ltd corp co llc l.l.c plc s.p.a s.r.l s.a.s s.n.c s.a s.a.r.l s.l n.v b.v a.g a.s a/s k.k gmbh cie bros ltda
    s.c.a.r.l z.o.o o.o d.o.o d.d pty pte kg ag spa srl jr sr s.r.o v.o.s a.d c.a c.v e.v r.l s.k
    """

  /// What closes a list of things, in all languages.
  static let closing = """
    etc ecc enz usw u.s.w osv o.s.v itd atd atď stb jne vb t.t utt
    и.т.д и.т.п т.д т.п т.н і.т.д і.т.п κλπ κ.λπ κτλ κ.τ.λ
    إلخ الخ غيره وغيره غیره وغیره
    """

  /// Names written with an exclamation mark.
  static let exclaimed = "yahoo yum jeopardy joomla"

  /// For languages without abbreviations that a full stop ends.
  static let plain = List(leading: "mr mrs ms dr prof st vs no", trailing: "etc")

  /// For languages without a list of their own.
  static let general = List(numbering: "n p pp", isLatin: true)
}
