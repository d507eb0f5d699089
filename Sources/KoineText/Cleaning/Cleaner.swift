/// Mends damaged text, and leaves undamaged text as it is, byte for byte.
///
/// Damage is: UTF-8 that was read in windows-1250 to windows-1254, windows-1257, ISO 8859-1, ISO 8859-2, Mac Roman or
/// code page 437 or 850, once or several times, in the whole text or parts of it; character references of HTML; control
/// characters and invisible ones; a form other than NFC. Undamaged text in NFC runs through at hundreds of megabytes a
/// second. Line ends, soft hyphens and zero-width spaces are no damage.
///
/// With `house`, typographic variants become one plain form as well, which English records are written in:
///
/// | what | becomes |
/// |---|---|
/// | curly, low and angle quotes, primes | `"` and `'`, without the spaces that French puts inside |
/// | no-break, thin and other spaces, tabs, runs of them | one space; none at the ends of lines |
/// | CR, CRLF, NEL, line and paragraph separators | LF; at most one empty line |
/// | hyphens of all kinds, the minus sign, dashes between digits | `-` |
/// | other dashes, spaced hyphens and double hyphens | an en dash with spaces around it |
/// | `…` and spaced dots | `...` |
/// | soft hyphens, zero-width spaces, object replacement characters | nothing |
/// | ligatures (`ﬁ`), full-width and half-width forms | the plain letters |
public struct Cleaner: Sendable {
  /// Whether the house form is applied after the repair.
  public let house: Bool

  /// Makes a cleaner.
  public init(house: Bool = false) { self.house = house }

  /// Returns `text` mended; a text of 4 GB or more stays as it is.
  public func cleaned(_ text: String) -> CleanedText {
    var result = CleanedText(text: RewrittenText(unchanged: text), changes: [])
    guard text.utf8.count <= Int(Int32.max) else { return result }
    var scan = TextScan(text.utf8Span.span)
    if !scan.isClean {
      if scan.hasReferences {
        let replaced = EntityPass.replaced(text)
        if result.apply(replaced, .entity) { scan = TextScan(result.text.string.utf8Span.span) }
      }
      if !scan.suspects.isEmpty {
        let repaired = MojibakePass.repaired(result.text.string, suspects: scan.suspects)
        if result.apply(repaired, .mojibake) { scan = TextScan(result.text.string.utf8Span.span) }
      }
      if scan.hasControls || scan.hasInvisibles {
        result.apply(InvisiblePass.cleaned(result.text.string, house: house), .invisible)
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
