import CICU

/// A stretch of letters, marks and digits, and the scripts of its letters.
struct ScriptWord {
  /// A letter that belongs to a script of its own.
  struct Letter {
    var range: TextRange
    var script: String
  }

  /// The UTF-8 offsets.
  var range: Range<Int>
  /// The letters that have a script; words in ASCII are not taken apart further than to be counted.
  var letters: [Letter] = []
  /// Whether any character is outside ASCII.
  var hasForeign = false

  private var common = ScriptSet.all
  private var commonButLatin = ScriptSet.all
  private var hasLatin = false

  private init(at start: Int) { range = start..<start }

  /// Whether no script, and no writing of several scripts, has all the letters.
  ///
  /// Latin letters may stand with Chinese, Japanese and Korean ones, as UTS #39 has it for identifiers that are "highly
  /// restrictive".
  var isMixed: Bool { common.isEmpty && !(hasLatin && commonButLatin.isEastAsian) }

  /// The letters that are not of the script that most letters are of; the first script wins a draw.
  var minority: [TextRange] {
    var counts: [(script: String, count: Int)] = []
    for letter in letters {
      if let index = counts.firstIndex(where: { $0.script == letter.script }) {
        counts[index].count += 1
      } else {
        counts.append((letter.script, 1))
      }
    }
    var main = counts.first
    for entry in counts.dropFirst() where entry.count > (main?.count ?? 0) { main = entry }
    return letters.filter { $0.script != main?.script }.map(\.range)
  }

  /// Calls `body` with each word of `bytes`, valid UTF-8.
  static func forEach(in bytes: Span<UInt8>, _ body: (ScriptWord) -> Void) {
    var index = 0
    var open: ScriptWord?
    while index < bytes.count {
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
      let isPart =
        scalar < 0x80
        ? (0x61...0x7A).contains(scalar | 0x20) || (0x30...0x39).contains(scalar)
        // Letters, marks and decimal digits by their general category.
        : (1...9).contains(cicu_general_category(scalar))
      if isPart {
        var word = open.take() ?? ScriptWord(at: index)
        word.append(scalar, index..<(index + width))
        open = word
      } else if let word = open {
        body(word)
        open = nil
      }
      index += width
    }
    if let open { body(open) }
  }

  private mutating func append(_ scalar: UInt32, _ place: Range<Int>) {
    range = range.lowerBound..<place.upperBound
    if scalar < 0x80 {
      guard scalar >= 0x41 else { return }
      letters.append(Letter(range: TextRange(place), script: "Latn"))
      common.formIntersection(Self.latinLetter)
      hasLatin = true
      return
    }
    hasForeign = true
    let scripts = ScriptSet(scalar)
    if scripts.isAll { return }
    common.formIntersection(scripts)
    if scripts.hasLatin { hasLatin = true } else { commonButLatin.formIntersection(scripts) }
    if let script = ScriptSet.code(of: scalar) { letters.append(Letter(range: TextRange(place), script: script)) }
  }

  private static let latinLetter = ScriptSet(0x61)
}
