/// A mark that may end a sentence, with the marks and closing quotes right behind it.
struct SentenceMark {
  /// How much a mark says.
  enum Kind {
    /// `.`, which stands behind abbreviations too.
    case stop
    /// `!`, `?` and the like, which want a space behind them.
    case ask
    /// `…`, `...` or `. . .`
    case ellipsis
    /// `。`, `؟`, `।` and others that end a sentence with or without a space.
    case full
  }

  /// What the language adds to Unicode's marks.
  struct Tailoring: Sendable {
    /// Whether `;` asks, as in Greek.
    var semicolonAsks = false
    /// Whether `:` is a full stop, as in Armenian when typed without its own.
    var colonStops = false
  }

  /// How much it says.
  var kind: Kind
  /// The offset of the first mark.
  let start: Int
  /// The offset behind the last mark.
  var end: Int
  /// The offset behind the closing quotes, brackets and numbers of notes.
  var closed: Int

  /// Reads the mark at `start`, if there is one, in a stretch that ends at `limit`.
  init?(at start: Int, before limit: Int, _ tailoring: Tailoring, in bytes: Span<UInt8>) {
    guard let (first, width) = Self.kind(at: start, tailoring, in: bytes) else { return nil }
    self.start = start
    kind = first
    end = start + width
    var stops = first == .stop ? 1 : 0
    while end < limit {
      if let (next, width) = Self.kind(at: end, tailoring, in: bytes) {
        stops += next == .stop ? 1 : 0
        // `?!`, `!..` and `?...` ask; a mark without a space behind decides.
        if next == .full || kind != .full && next == .ask { kind = next }
        if next == .ellipsis, kind == .stop { kind = .ellipsis }
        end += width
      } else if first == .stop, end + 1 < limit, bytes[end] == 0x20, bytes[end + 1] == UInt8(ascii: "."),
        Self.isFree(end + 2, before: limit, in: bytes)
      {
        stops += 1
        end += 2
      } else {
        break
      }
    }
    if stops > 1, kind == .stop { kind = .ellipsis }
    closed = end
    while let width = Self.closerWidth(at: closed, from: start, before: limit, in: bytes) { closed += width }
  }

  /// Whether closing quotes or brackets follow.
  var isClosed: Bool { closed > end }

  /// Whether a byte may start a mark; most do not.
  @inline(__always)
  static func mayStart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x2E, 0x3A, 0x3B, 0x3F, 0xCD, 0xD6, 0xD8, 0xDB, 0xDC, 0xDF...0xE3, 0xEA, 0xEF, 0xF0: true
    default: false
    }
  }

  /// What kind of mark stands at `index`, and its width.
  static func kind(at index: Int, _ tailoring: Tailoring, in bytes: Span<UInt8>) -> (Kind, Int)? {
    let byte = bytes[index]
    guard mayStart(byte) else { return nil }
    switch byte {
    case 0x2E: return (.stop, 1)
    case 0x21, 0x3F: return (.ask, 1)
    case 0x3A: return tailoring.colonStops ? (.ask, 1) : nil
    case 0x3B: return tailoring.semicolonAsks ? (.ask, 1) : nil
    default: break
    }
    let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
    switch scalar {
    case 0x2026: return (.ellipsis, width)
    case 0x37E: return (.ask, width)
    case 0x203C, 0x203D, 0x2047...0x2049, 0x2E2E, 0x2E53, 0x2E54: return (.ask, width)
    default: return isTerminal(scalar) ? (.full, width) : nil
    }
  }

  /// Whether a character has Unicode's property `Sentence_Terminal` (PropList.txt of Unicode 15).
  static func isTerminal(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x21, 0x2E, 0x3F, 0x589, 0x61D...0x61F, 0x6D4, 0x700...0x702, 0x7F9, 0x837, 0x839, 0x83D, 0x83E: true
    case 0x964, 0x965, 0x104A, 0x104B, 0x1362, 0x1367, 0x1368, 0x166E, 0x1735, 0x1736, 0x1803, 0x1809: true
    case 0x1944, 0x1945, 0x1AA8...0x1AAB, 0x1B5A, 0x1B5B, 0x1B5E, 0x1B5F, 0x1B7D, 0x1B7E, 0x1C3B, 0x1C3C: true
    case 0x1C7E, 0x1C7F, 0x203C, 0x203D, 0x2047...0x2049, 0x2E2E, 0x2E3C, 0x2E53, 0x2E54, 0x3002, 0xA4FF: true
    case 0xA60E, 0xA60F, 0xA6F3, 0xA6F7, 0xA876, 0xA877, 0xA8CE, 0xA8CF, 0xA92F, 0xA9C8, 0xA9C9: true
    case 0xAA5D...0xAA5F, 0xAAF0, 0xAAF1, 0xABEB, 0xFE52, 0xFE56, 0xFE57, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61: true
    case 0x10A56, 0x10A57, 0x10F55...0x10F59, 0x10F86...0x10F89, 0x11047, 0x11048, 0x110BE...0x110C1: true
    case 0x11141...0x11143, 0x111C5, 0x111C6, 0x111CD, 0x111DE, 0x111DF, 0x11238, 0x11239, 0x1123B, 0x1123C: true
    case 0x112A9, 0x1144B, 0x1144C, 0x115C2, 0x115C3, 0x115C9...0x115D7, 0x11641, 0x11642, 0x1173C...0x1173E: true
    case 0x11944, 0x11946, 0x11A42, 0x11A43, 0x11A9B, 0x11A9C, 0x11C41, 0x11C42, 0x11EF7, 0x11EF8: true
    case 0x11F43, 0x11F44, 0x16A6E, 0x16A6F, 0x16AF5, 0x16B37, 0x16B38, 0x16B44, 0x16E98, 0x1BC9F, 0x1DA88: true
    default: false
    }
  }

  /// The width of the closing quote or bracket at `index`, with the space before `»` in French.
  private static func closerWidth(at index: Int, from start: Int, before limit: Int, in bytes: Span<UInt8>) -> Int? {
    guard index < limit else { return nil }
    let byte = bytes[index]
    switch byte {
    case 0x29, 0x5D, 0x7D: return 1
    case 0x22, 0x27:
      // Before a letter a straight quote opens what comes next.
      return isFree(index + 1, before: limit, in: bytes) ? 1 : nil
    case 0x20: return isGuillemet(index + 1, before: limit, in: bytes) ? 3 : nil
    case 0xC2, 0xE2, 0xE3, 0xEF: break
    default: return nil
    }
    let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
    switch scalar {
    case 0xBB, 0x2019, 0x201D, 0x203A, 0x300D, 0x300F, 0x3011, 0x3009, 0x300B, 0x3015, 0xFF09, 0xFF3D, 0xFF63:
      return width
    case 0xB9, 0xB2, 0xB3, 0x2070...0x2079: return width
    // In German and its neighbours these close.
    case 0xAB, 0x2018, 0x201C, 0x2039: return isFree(index + width, before: limit, in: bytes) ? width : nil
    case 0xA0, 0x202F: return isGuillemet(index + width, before: limit, in: bytes) ? width + 2 : nil
    default: return nil
    }
  }

  private static func isGuillemet(_ index: Int, before limit: Int, in bytes: Span<UInt8>) -> Bool {
    index + 1 < limit && bytes[index] == 0xC2 && bytes[index + 1] == 0xBB && isFree(index + 2, before: limit, in: bytes)
  }

  /// Whether no letter or digit stands at `index`.
  private static func isFree(_ index: Int, before limit: Int, in bytes: Span<UInt8>) -> Bool {
    index >= limit || !Letters.isWord(at: index, in: bytes) && !Letters.isDigit(at: index, in: bytes)
  }
}
