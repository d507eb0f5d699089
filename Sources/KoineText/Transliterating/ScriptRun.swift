/// A stretch of letters that a transliteration has to do with.
struct ScriptRun {
  /// The UTF-8 offsets.
  var range: Range<Int>
  /// The script of its letters; Han and kana may stand in one run.
  var script: LetterScript

  /// No run is longer in bytes, since ICU's time grows with the square of what it is given.
  static let limit = 384

  /// Returns the stretches of `bytes`, valid UTF-8, in `scripts`, in order, with the marks that belong to them.
  static func runs(in bytes: Span<UInt8>, where isWanted: (LetterScript) -> Bool) -> [ScriptRun] {
    var runs: [ScriptRun] = []
    var open: ScriptRun?
    forEachForeign(in: bytes) { range, scalar in
      let script = LetterScript(scalar)
      if let run = open {
        let adjoins = run.range.upperBound == range.lowerBound
        let isShort = range.upperBound - run.range.lowerBound <= limit
        let isSame = script == run.script || script.isHanOrKana && run.script.isHanOrKana && isWanted(script)
        if adjoins && isShort && (isSame || script == .none && run.continues(with: scalar)) {
          open?.range = run.range.lowerBound..<range.upperBound
          return
        }
        runs.append(run)
        open = nil
      }
      if script != .none, isWanted(script) { open = ScriptRun(range: range, script: script) }
    }
    if let open { runs.append(open) }
    return runs
  }

  /// Returns the stretches of `bytes` outside ASCII, each with the letter that a mark at its start belongs to.
  static func marked(in bytes: Span<UInt8>) -> [ScriptRun] {
    var runs: [ScriptRun] = []
    forEachForeign(in: bytes) { range, scalar in
      if let last = runs.indices.last, runs[last].range.upperBound == range.lowerBound,
        range.upperBound - runs[last].range.lowerBound <= limit
      {
        runs[last].range = runs[last].range.lowerBound..<range.upperBound
      } else {
        let hasBase = (0x300...0x36F).contains(scalar) && range.lowerBound > 0 && bytes[range.lowerBound - 1] < 0x80
        runs.append(ScriptRun(range: (range.lowerBound - (hasBase ? 1 : 0))..<range.upperBound, script: .none))
      }
    }
    return runs
  }

  /// Whether a character that belongs to no script goes on with the run: a mark, or the sign of a long vowel.
  private func continues(with scalar: UInt32) -> Bool {
    switch scalar {
    case 0x30FC, 0xFF70, 0x3099...0x309C, 0xFF9E, 0xFF9F: script.isHanOrKana
    case 0x300...0x36F, 0x483...0x487, 0x640, 0x64B...0x655, 0x670, 0x951...0x954, 0x1AB0...0x1AFF, 0x1DC0...0x1DFF,
      0x200C, 0x200D:
      true
    default: false
    }
  }

  /// Calls `body` with each character outside ASCII.
  private static func forEachForeign(in bytes: Span<UInt8>, _ body: (Range<Int>, UInt32) -> Void) {
    let raw = unsafe bytes.bytes
    let count = bytes.count
    var index = 0
    while index < count {
      while index + 8 <= count {
        // Within bounds: eight bytes are left.
        let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
        guard word & 0x8080_8080_8080_8080 == 0 else { break }
        index += 8
      }
      guard index < count else { return }
      if bytes[index] < 0x80 {
        index += 1
        continue
      }
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: index)
      body(index..<(index + width), scalar)
      index += width
    }
  }
}
