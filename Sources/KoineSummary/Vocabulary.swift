import KoineText

#if canImport(Glibc)
import Glibc
#endif

/// The words of a language that carry no content by themselves.
struct Vocabulary: Sendable {
  private let function: Set<String>
  private let leaning: Set<String>

  init(language: Language) {
    switch language {
    case .italian:
      function = Self.italian
      leaning = Self.italianLeaning
    default:
      function = Self.english
      leaning = Self.englishLeaning
    }
  }

  /// Returns the content words of `text` in lower case: letters and digits, at least two of them.
  func words(_ text: String) -> [String] {
    var words: [String] = []
    var word = String.UnicodeScalarView()
    func end() {
      if word.count > 1 {
        let lower = String(word).lowercased()
        if !function.contains(lower) { words.append(lower) }
      }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isAlphabetic || scalar.properties.numericType != nil { word.append(scalar) } else { end() }
    }
    end()
    return words
  }

  /// Whether a sentence that starts with `word` can hardly be read without the one before it.
  func leansOnContext(_ word: Substring) -> Bool {
    leaning.contains(word.lowercased().trimmingPunctuation)
  }

  private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }

  private static let english = set(
    """
    the a an of to in and for on at by with from that this is was were are be been it its as he she his her their they \
    them i you we our not but or have has had will would said says who which what when where there than then also after \
    before about into over more one two new no can could may might do does did up out if all so just
    """
  )
  private static let englishLeaning = set("he she they it this that these those but and so however also his her their")
  private static let italian = set(
    """
    il lo la gli le un uno una di del dello della dei degli delle da dal dalla in nel nella con su sul sulla per tra fra e \
    ed o ma che chi cui non si è sono era stato stata ha hanno aveva essere avere anche come più al alla ai alle se suo sua \
    loro questo questa dopo prima
    """
  )
  private static let italianLeaning = set(
    "egli ella lui lei essi loro questo questa ciò ma e quindi però anche suo sua"
  )
}

extension String {
  fileprivate var trimmingPunctuation: String { filter { $0.isLetter || $0.isNumber } }
}

/// The natural logarithm.
func logarithm(_ value: Double) -> Double { log(value) }
