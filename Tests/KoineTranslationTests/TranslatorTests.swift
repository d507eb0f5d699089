import KoineLexicon
import KoineText
import SystemPackage
import TestTables
import Testing

@testable import KoineTranslation

@Suite("Translator")
struct TranslatorTests {
  @Test("sentences come out in English", arguments: Table("translation/sentences.tsv").rows)
  func translates(row: Table.Row) {
    #expect(Shared.translator?.translation(of: row["italian"]).text == row["english"])
  }

  @Test(
    "links cover every word of the English and stay inside both texts",
    arguments: Table("translation/sentences.tsv").rows
  )
  func aligns(row: Table.Row) throws {
    let source = row["italian"]
    let translation = try #require(Shared.translator).translation(of: source)
    Self.checkAlignment(translation, source)
  }

  static func checkAlignment(_ translation: Translation, _ source: String) {
    var end: UInt32 = 0
    for link in translation.alignment {
      #expect(link.target.lower >= end)
      #expect(Int(link.source.upper) <= source.utf8.count)
      let gap = translation.text[TextRange(lower: end, upper: link.target.lower)] ?? "x"
      #expect(gap.allSatisfy { $0.isWhitespace }, "\(gap) is not covered in \(translation.text)")
      end = link.target.upper
    }
    #expect(Int(end) == translation.text.utf8.count)
  }

  @Test("locks come out as they are settled")
  func keepsLocks() throws {
    let sentence = "La Alfa Beta ha comprato la sede di Monaco di Baviera."
    func range(_ text: String) throws -> TextRange {
      let found = try #require(sentence.firstRange(of: text))
      return sentence[found].textRange
    }
    let origin = Origin(file: "entities/places.tsv", line: 7)
    let locks = [
      Lock(range: try range("Alfa Beta"), english: "Alpha Beta", kind: .organization),
      Lock(range: try range("Monaco di Baviera"), english: "Munich", kind: .place, origin: origin),
    ]
    let translation = try #require(Shared.translator).translation(of: sentence, locks: locks)
    #expect(translation.text == "Alpha Beta bought the headquarters of Munich.")
    let munich = try #require(translation.text.firstRange(of: "Munich"))
    let link = try #require(translation.alignment.first { $0.target == translation.text[munich].textRange })
    #expect(link.source == locks[1].range)
    #expect(link.origins.isEmpty || link.origins == [origin])
  }

  @Test("a user's terms win over everything that is shipped")
  func userTerms() throws {
    let path = FilePath("/tmp").appending("koine-terms-\(UInt32.random(in: 0...UInt32.max)).tsv")
    let descriptor = try FileDescriptor.open(
      path,
      .writeOnly,
      options: [.create, .truncate],
      permissions: .ownerReadWrite
    )
    try descriptor.closeAfter {
      _ = try descriptor.writeAll(
        "italian\tenglish\tpos\nstabilimento\tfab\tnoun\namministratore delegato\tboss\n".utf8
      )
    }
    let translator = try ItalianTranslator(store: RuleTests.store, terms: [path.string])
    let translation = translator.translation(of: "L'amministratore delegato ha aperto due stabilimenti.")
    #expect(translation.text == "The boss opened two fabs.")
    #expect(translation.alignment.flatMap(\.origins).contains { $0.file == path.string && $0.line == 2 })
  }

  @Test("a broken term file is reported with its line")
  func brokenTerms() throws {
    #expect(throws: Diagnostics.self) {
      try ItalianTranslator(store: RuleTests.store, terms: ["/nowhere/terms.tsv"])
    }
  }

  @Test("unknown words are marked and left as they are")
  func marksUnknown() throws {
    let sentence = "Il sbrlgnuz ha comprato la fabbrica."
    let translation = try #require(Shared.translator).translation(of: sentence)
    #expect(translation.text.contains("sbrlgnuz"))
    #expect(translation.unknown.map { sentence[$0].map(String.init) } == ["sbrlgnuz"])
  }

  @Test("numbers and negations are never lost", arguments: Table("translation/sentences.tsv").rows)
  func keepsNumbers(row: Table.Row) throws {
    let translation = try #require(Shared.translator).translation(of: row["italian"])
    func digits(_ text: String) -> [Character] { text.filter(\.isNumber).sorted() }
    #expect(digits(translation.text) == digits(row["italian"]))
    if row["italian"].lowercased().split(separator: " ").contains("non"), !row["italian"].contains("vediamo l'ora") {
      let words = Set(translation.text.lowercased().split(separator: " ").map(String.init))
      #expect(!words.isDisjoint(with: ["not", "no", "never", "cannot", "nor", "none"]))
    }
  }

  @Test("a result that lost something is made again word by word")
  func checks() {
    let unit = Unit(
      tokens: 0..<1,
      range: TextRange(0..<3),
      text: "non",
      lower: "non",
      isSpaced: true,
      isCapitalized: false,
      reading: Reading(lemma: "non", tag: .negation)
    )
    let check = Check(units: [unit], sentence: "non")
    let lost = BeamDecoder.Path(options: [Option(units: 0..<1, pieces: [], cost: 0, source: "test")], cost: 0)
    #expect(!check.passes(lost, ""))
    let kept = BeamDecoder.Path(
      options: [Option(units: 0..<1, pieces: [Piece(text: "not", source: unit.range)], cost: 0, source: "test")],
      cost: 0
    )
    #expect(check.passes(kept, "not"))
  }

  @Test("odd text neither crashes nor loses its alignment")
  func survivesOddText() throws {
    let translator = try #require(Shared.translator)
    var generator = SplitMix(state: 42)
    let pieces = [
      "il", "la", "l'", "non", "che", "di", "della", "ha", "è", "stato", "si", "lo", "più", "molto", "è", "e", ",", ".",
      "“", "”",
      "(", ")", "5%", "1.234,5", "2025", "casa", "grande", "Roma", "fare", "facendo", "prodotto", "\u{301}", "😀", "«",
      "'", "’",
      "anni", "ne", "a", "da", "uno", "tutti", "quale", "cui", "—", "\u{0}", "\t", "mai", "ci", "sono", "meglio",
    ]
    for _ in 0..<400 {
      let count = Int(generator.next() % 14)
      let text = (0..<count).map { _ in pieces[Int(generator.next() % UInt64(pieces.count))] }.joined(separator: " ")
      let translation = translator.translation(of: text)
      Self.checkAlignment(translation, text)
    }
  }

  @Test("an empty sentence stays empty and an endless one comes back")
  func extremes() throws {
    let translator = try #require(Shared.translator)
    #expect(translator.translation(of: "").text == "")
    let long = String(repeating: "a ", count: 11_000)
    #expect(translator.translation(of: long).text == long)
    #expect(translator.translation(of: long).isPlain)
  }

  @Test("each step shows itself", arguments: ItalianTranslator.Step.allCases)
  func shows(step: ItalianTranslator.Step) throws {
    let text = try #require(Shared.translator).shown(step, of: "La fabbrica produce chip.")
    #expect(text.contains("fabbrica"))
    #expect(text.split(separator: "\n").count >= 3)
  }
}

/// A generator with a seed, so that a failure can be seen again.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}
