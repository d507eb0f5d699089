import KoineLexicon
import KoineText

/// Forms of English words: plurals, verb forms, comparatives, *a* and *an*.
struct EnglishInflector: Sendable {
  enum VerbForm: Sendable { case base, third, past, participle, ing }

  private let table: MappedTable

  init(store: LexiconStore) throws(Diagnostics) {
    let schemas = [
      TranslationLexicons.englishNouns, TranslationLexicons.englishVerbs, TranslationLexicons.englishAdjectives,
      TranslationLexicons.englishArticles,
    ]
    table = try store.table("en-forms", version: 1, from: schemas.map(\.path)) { sources throws(Diagnostics) in
      var builder = TableBuilder(columns: 3)
      for (index, source) in sources.enumerated() {
        for row in try source.rows(schemas[index]) {
          builder.add("\(index):\(row[0])", Array(row.fields.dropFirst()), origin: row.origin)
        }
      }
      return builder
    }
  }

  private static func splitLast(_ phrase: String) -> (head: String, last: String) {
    guard let space = phrase.lastIndex(of: " ") else { return ("", phrase) }
    return (String(phrase[...space]), String(phrase[phrase.index(after: space)...]))
  }

  // MARK: nouns

  /// Whether the noun is never counted: *information*.
  func isMass(_ noun: String) -> Bool {
    table.rows("0:" + Self.splitLast(noun).last).first?[1] == "mass" || table.rows("0:" + noun).first?[1] == "mass"
  }

  /// Whether the noun is plural without a singular: *people*, *goods*.
  func isPluralOnly(_ noun: String) -> Bool { table.rows("0:" + Self.splitLast(noun).last).first?[1] == "plural" }

  /// The plural of a noun or of a phrase; a `^` stands before the head of a phrase that does not end in it.
  func plural(_ noun: String) -> String {
    if noun.hasPrefix("^") {
      let body = noun.dropFirst()
      guard let space = body.firstIndex(of: " ") else { return plural(String(body)) }
      return plural(String(body[..<space])) + body[space...]
    }
    if noun.hasHeadMark, let caret = noun.firstRange(of: " ^") {
      return String(noun[..<caret.lowerBound]) + " " + plural("^" + noun[caret.upperBound...])
    }
    if let row = table.rows("0:" + noun).first { return row[0].isEmpty ? noun : row[0] }
    let (head, last) = Self.splitLast(noun)
    if let row = table.rows("0:" + last).first { return row[0].isEmpty ? noun : head + row[0] }
    if let hyphen = last.lastIndex(of: "-"), hyphen > last.startIndex {
      let tail = String(last[last.index(after: hyphen)...])
      if !tail.isEmpty, let row = table.rows("0:" + tail).first, !row[0].isEmpty {
        return head + last[...hyphen] + row[0]
      }
    }
    if last.utf8.count > 1, last.unicodeScalars.allSatisfy({ $0.properties.isUppercase }) { return noun + "s" }
    return head + Self.regularPlural(last)
  }

  private static func regularPlural(_ noun: String) -> String {
    for ending in ["s", "x", "z", "ch", "sh"] where noun.hasSuffix(ending) { return noun + "es" }
    if noun.hasSuffix("y"), let before = noun.dropLast().last, !"aeiou".contains(before) {
      return noun.dropLast() + "ies"
    }
    return noun + "s"
  }

  // MARK: verbs

  /// A form of a verb; a phrase such as `carry out` inflects in its first word.
  func form(_ form: VerbForm, of verb: String) -> String {
    if form == .base { return verb }
    let space = verb.firstIndex(of: " ") ?? verb.endIndex
    return word(form, String(verb[..<space])) + verb[space...]
  }

  private func word(_ form: VerbForm, _ verb: String) -> String {
    if let row = table.rows("1:" + verb).first {
      switch form {
      case .past: return row[0]
      case .participle: return row[1]
      case .ing where !row[2].isEmpty: return row[2]
      default: break
      }
    } else if let hyphen = verb.firstIndex(of: "-"), verb.hasPrefix("re-") || verb.hasPrefix("co-") {
      return verb[...hyphen] + word(form, String(verb[verb.index(after: hyphen)...]))
    }
    switch form {
    case .base: return verb
    case .third:
      if verb == "have" { return "has" }
      if verb == "be" { return "is" }
      if verb == "do" || verb == "go" || verb.hasSuffix("dergo") || verb.hasSuffix("veto") { return verb + "es" }
      return Self.regularPlural(verb)
    case .past, .participle: return Self.past(verb)
    case .ing:
      if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
      if verb.hasSuffix("e"), !verb.hasSuffix("ee"), !verb.hasSuffix("ye"), !verb.hasSuffix("oe") {
        return verb.dropLast() + "ing"
      }
      return verb + "ing"
    }
  }

  private static func past(_ verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !"aeiou".contains(before) {
      return verb.dropLast() + "ied"
    }
    return verb + "ed"
  }

  // MARK: adjectives and adverbs

  /// `larger`, `more important`.
  func comparative(_ adjective: String) -> String { compared(adjective, 0, "er", "more ") }

  /// `largest`, `most important`.
  func superlative(_ adjective: String) -> String { compared(adjective, 1, "est", "most ") }

  private func compared(_ adjective: String, _ column: Int, _ ending: String, _ word: String) -> String {
    if let row = table.rows("2:" + adjective).first { return row[column] }
    let letters = Array(adjective.utf8)
    guard letters.allSatisfy({ $0 &- 97 < 26 }), !letters.isEmpty else { return word + adjective }
    var groups = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".utf8.contains(letter)
      if isVowel, !wasVowel { groups += 1 }
      wasVowel = isVowel
    }
    if letters.last == UInt8(ascii: "e"), groups > 1, !adjective.hasSuffix("le") { groups -= 1 }
    if groups == 1, !adjective.hasSuffix("ed") {
      if adjective.hasSuffix("e") { return adjective + ending.dropFirst() }
      return adjective + ending
    }
    if groups == 2, adjective.hasSuffix("y"), !adjective.hasSuffix("ly") || adjective == "early" {
      return adjective.dropLast() + "i" + ending
    }
    return word + adjective
  }

  /// `real` → `really`.
  static func adverb(of adjective: String) -> String {
    if adjective.hasSuffix("ic") { return adjective == "public" ? "publicly" : adjective + "ally" }
    if adjective.hasSuffix("le"), let before = adjective.dropLast(2).last, !"aeiou".contains(before) {
      return adjective.dropLast() + "y"
    }
    if adjective.hasSuffix("ly") { return adjective }
    if adjective.hasSuffix("y") { return adjective.dropLast() + "ily" }
    if adjective.hasSuffix("ll") { return adjective + "y" }
    if adjective == "good" { return "well" }
    if ["fast", "hard", "late", "early", "long", "daily", "weekly", "monthly"].contains(adjective) { return adjective }
    return adjective + "ly"
  }

  // MARK: articles

  /// `a` or `an`, by what the next word sounds like.
  func article(before word: String) -> String {
    let trimmed = word.drop { !$0.isLetter && !$0.isNumber }
    let first = trimmed.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "&" }
    let lower = first.lowercased()
    if let row = table.rows("3:" + lower).first { return row[0] }
    if let hyphen = lower.firstIndex(of: "-"), let row = table.rows("3:" + lower[..<hyphen]).first { return row[0] }
    if let digit = first.first, digit.isNumber {
      let isEight = first.hasPrefix("8") || first == "11" || first == "18"
      return isEight ? "an" : "a"
    }
    if first.count > 1, first.count < 6, first.unicodeScalars.allSatisfy({ $0.properties.isUppercase }) {
      return "AEFHILMNORSX".contains(first.prefix(1)) ? "an" : "a"
    }
    if lower.hasPrefix("eu") || lower.hasPrefix("uni") && !lower.hasPrefix("unin") && !lower.hasPrefix("unim") {
      return "a"
    }
    guard let letter = lower.first else { return "a" }
    return "aeioué".contains(letter) ? "an" : "a"
  }
}

extension String {
  /// Whether a `^` stands before the head of a phrase.
  var hasHeadMark: Bool { utf8.contains(UInt8(ascii: "^")) }

  /// The phrase without the `^` before its head.
  var withoutHeadMark: String { hasHeadMark ? replacing("^", with: "") : self }
}
