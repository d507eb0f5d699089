/// Mends damaged text, and leaves undamaged text as it is, byte for byte.
///
/// Damage is: UTF-8 that was read in windows-1250 to windows-1254, windows-1257, ISO 8859-1, ISO 8859-2, Mac Roman or
/// code page 437 or 850, once or several times, in the whole text or parts of it; character references of HTML; surrogate
/// pairs written as escapes; control characters and invisible ones; words divided at the ends of lines; a form other than
/// NFC. Undamaged text in NFC runs through at hundreds of megabytes a second.
///
/// Line ends of every kind are no damage, nor are soft hyphens and zero-width spaces; U+0085 is one only as the ellipsis
/// of windows-1252, which it nearly always is. What cannot be mended, such as half a surrogate pair, is in `findings`.
///
/// With `house`, typographic variants become one plain form as well, which English records are written in:
///
/// | what | becomes |
/// |---|---|
/// | curly, low and angle quotes, primes | `"` and `'`, without the spaces that French puts inside |
/// | no-break, thin and other spaces, tabs, runs of them | one space; none at the ends of lines |
/// | CR, CRLF, line and paragraph separators | LF; at most one empty line |
/// | hyphens of all kinds, the minus sign, dashes between digits | `-` |
/// | other dashes, spaced hyphens and double hyphens | an en dash with spaces around it |
/// | `…` and spaced dots | `...` |
/// | soft hyphens, zero-width spaces, object replacement characters | nothing |
/// | ligatures (`ﬁ`), full-width and half-width forms | the plain letters |
///
/// Quotes become straight by their kind, each for itself: both of a pair always do, and double quotes inside double ones
/// (`«Ha detto “sì”»`) stay double, because which of several belong together cannot be told in damaged text.
public struct Cleaner: Sendable {
  /// Whether the house form is applied after the repair.
  public let house: Bool
  private let isWord: (@Sendable (String) -> Bool)?

  /// Makes a cleaner.
  ///
  /// - Parameters:
  ///   - house: whether the house form is applied after the repair.
  ///   - isWord: tells whether a word, given in small letters, is one; it decides about hyphens at the ends of lines.
  public init(house: Bool = false, isWord: (@Sendable (String) -> Bool)? = nil) {
    self.house = house
    self.isWord = isWord
  }

  /// How many findings are told one by one.
  private static let findingLimit = 100

  /// Returns `text` mended; a text of 2 GB or more stays as it is.
  public func cleaned(_ text: String) -> CleanedText {
    var result = CleanedText(text: RewrittenText(unchanged: text), changes: [])
    guard text.utf8.count <= Int(Int32.max) else { return result }
    var scan = TextScan(text.utf8Span.span)
    if !scan.isClean {
      if scan.hasReferences {
        let replaced = EntityPass.replaced(text)
        if result.apply(replaced, .entity) { scan = TextScan(result.text.string.utf8Span.span) }
      }
      if scan.hasEscapes {
        let (replaced, halves) = EscapePass.replaced(result.text.string)
        result.findings = halves.prefix(Self.findingLimit).map { half in
          let message = "half of a surrogate pair stands alone"
          return Diagnostic(.warning, "clean.lone-surrogate", message, in: result.text.map.source(of: half))
        }
        if result.apply(replaced, .escape) { scan = TextScan(result.text.string.utf8Span.span) }
      }
      if !scan.suspects.isEmpty {
        let repaired = MojibakePass.repaired(result.text.string, suspects: scan.suspects)
        if result.apply(repaired, .mojibake) { scan = TextScan(result.text.string.utf8Span.span) }
      }
      if scan.hasControls || scan.hasInvisibles {
        result.apply(InvisiblePass.cleaned(result.text.string, house: house), .invisible)
      }
      if scan.hasLineHyphens {
        result.apply(HyphenPass.joined(result.text.string, isWord: isWord), .hyphenation)
      }
      if scan.mayNeedNormalizing, let normalized = try? Normalizer(form: .nfc).normalized(result.text.string) {
        result.apply(normalized, .normalization)
      }
    }
    if house { result.apply(HousePass.rewritten(result.text.string), .house) }
    return result
  }
}

extension CleanedText {
  /// Takes over a rewrite of the text as it is now; returns whether it changed anything.
  @discardableResult
  fileprivate mutating func apply(_ next: RewrittenText, _ kind: Change.Kind) -> Bool {
    if next.map.isIdentity { return false }
    for edit in next.map.edits {
      let replacement = next.string[edit.target].map(String.init) ?? ""
      changes.append(Change(kind: kind, range: text.map.source(of: edit.source), replacement: replacement))
    }
    text = RewrittenText(string: next.string, map: next.map.following(text.map))
    return true
  }
}
