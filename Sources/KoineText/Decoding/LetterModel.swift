/// What letters beyond ASCII a language writes, most frequent first, and its frequent words in ASCII.
struct LetterModel: Sendable {
  /// The small letters, or those without case.
  let letters: String
  /// Frequent words without letters beyond ASCII.
  let words: String
  /// Whether the language is written in Latin letters.
  var isLatin: Bool { !words.isEmpty }

  private init(_ letters: String, _ words: String = "") {
    self.letters = letters
    self.words = words
  }

  static let western = [
    LetterModel("èàùìòé", "il la di che e un una per del della con non sono si le dei ha da nel al alla gli i"),
    LetterModel("éèàêçîôûâùïœëü", "le la les de des et un une est en pour dans que qui du sur au pas plus par il"),
    LetterModel("üäöß", "der die das und in den von zu mit sich ist im dem nicht ein eine auf als auch es an werden"),
    LetterModel("óíáéñúü", "el la los las de que y en un una se con por del para su al lo no es como"),
    LetterModel("ãçáéíêóõâàúô", "o a os as de que e do da em um uma para com por no na se dos mais ao foi"),
    LetterModel("àéèóíçúòï", "el la els les de que i en un una per amb del al es no va"),
    LetterModel("ëéïöèüóê", "de het een en van in is dat op te zijn met voor niet aan er om ook als bij"),
    LetterModel("äåöé", "och att det i en som av med den har till inte var om ett vid han de"),
    LetterModel("äöå", "ja on ei se oli ovat joka mutta kun kuin sen hän mukaan vuoden"),
    LetterModel("øåæéòô", "og i at er en det til av som for med de den har ikke et var fra men om"),
    LetterModel("ðáíþóéæöýú", "og var en til sem er um hann fyrir eru ekki hefur"),
    LetterModel("äõüöšž", "ja on ei et see oli kui ning mis ka oma ta aga"),
    LetterModel("’–“”£‘—éèàïçêñöü", "the of and to in a is that for it was on with as be by at from his not are"),
  ]
  static let central = [
    LetterModel("łąężóśćńź", "i w na z do nie o to jest od po za przez jak dla oraz jego tym ale"),
    LetterModel("íáéěřčžýšůúťňďó", "a v na se je o s z do i to ve k za by ale po od pro jako podle"),
    LetterModel("íáéčžýšúľťňôäóďŕĺ", "a v na sa je o s z do i to vo k za by ale po od pre ako podla"),
    LetterModel("áéöóőüíúű", "a az hogy nem is egy meg de volt csak ez mint van vagy akik szerint"),
    LetterModel("ăîâşţșț", "de a la un o cu care din pe nu mai este sau al ale fi pentru au ce"),
    LetterModel("čšžćđ", "i je u na se da za od su o s a bi kao ali za koji iz"),
    LetterModel("čšž", "in je na v za se da so ki pa bi s z o ne tudi od po do bo kot ko leta"),
    LetterModel("ëç", "dhe e i me nga se do ka si u pas per ishte"),
    LetterModel("üäöß", "der die das und in den von zu mit sich ist im dem nicht ein eine auf als auch es an werden"),
  ]
  static let turkish = [
    LetterModel("ıüşğçöİâî", "ve bir bu da de ile olarak daha ne ki gibi kadar sonra var"),
    LetterModel("əıüşöğç", "bu da ki ilk ildir biri olan edib onun"),
  ]
  static let baltic = [
    LetterModel("ėšįųžūčąę", "ir kad yra su buvo o tai po bet jo i prie nuo ne dar kaip"),
    LetterModel("āīēšņūļžčķģ", "un ir no par ar ka lai bet gan arī uz viņa pie vai tika bija"),
    LetterModel("äõüöšž", "ja on ei et see oli kui ning mis ka oma ta aga"),
  ]
  static let southern = [
    LetterModel("ħżġċàùìò", "u ta li il fuq minn ma hu kien biex"),
    LetterModel("ĝĉŝŭĵĥ", "la kaj de en estas al ne por mi kiu"),
  ]
  static let cyrillic = [
    LetterModel("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё"),
    LetterModel("оанивтресклудпмязбьгчйхжцшющфіїєґ"),
    LetterModel("аиоентрсвлкдпмзгяъубчцщжхшйфюь"),
    LetterModel("аоиенрстјкувдпмлгзбшцчжњхћљђфџ"),
    LetterModel("аоиетнрсвдклпмујзгбшчцжќњфљѓхџѕ"),
    LetterModel("анорестклдўмувпяыьгзцбйэчжхшюёфі"),
  ]
  static let greek = [LetterModel("αοιετσνηυρπκμςλωόίάδέγήθχύφβώξζψϊϋΐΰ")]
  static let hebrew = [LetterModel("יוהלארתבשמנדעחקכפםןטסגצזךץף")]
  static let arabic = [LetterModel("اليمونرتبعةدسفهكقأحجشطصىخإذءثضزغئآؤظً،گپچژ")]
  static let thai = [LetterModel("านรอกเงมยลวดทสต่้ัีิะปบคหแจพชขใไืุูึ็์โผซถำศธณษภญฐฉฟฮฝฏฎ")]

  /// Signs that texts in all languages have, most frequent first.
  static let signs = "’“”–«»„…‘—€\u{A0}°•·º£©®™§½ª²³¿¡×"
}
