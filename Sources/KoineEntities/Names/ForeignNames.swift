import KoineLexicon

extension NamePreparer {
  /// Cuts a Chinese, Japanese or Korean name into parts that glosses know and parts between them.
  func foreignName(_ folded: FoldedName) -> ForeignName {
    var scalars: [Unicode.Scalar] = []
    for (index, token) in folded.tokens.enumerated() where token.isCJK {
      scalars.append(contentsOf: folded.text(index).unicodeScalars)
    }
    scalars = Array(scalars.prefix(80))
    scalars = withoutLegalForms(scalars)
    let plain = scalars.map { romanizer.simplified($0) }
    var parts: [ForeignName.Part] = []
    var open: [Int] = []
    func closeOpen() {
      guard !open.isEmpty else { return }
      let written = open.map { scalars[$0] }
      parts.append(
        .init(
          meanings: [],
          latin: latin(written),
          weight: 1,
          characters: open.map { plain[$0] },
          isGlossed: false,
          isPlace: false,
          readings: written.map(readings)
        )
      )
      open = []
    }
    var index = 0
    while index < scalars.count {
      guard let (length, part) = longestPart(scalars, plain, at: index, isInside: !open.isEmpty) else {
        open.append(index)
        index += 1
        continue
      }
      closeOpen()
      parts.append(part)
      index += length
    }
    closeOpen()
    let unknown = parts.filter { !$0.isGlossed }.map(\.characters)
    return ForeignName(
      core: plain,
      parts: parts,
      spelled: unknown.lazy.compactMap { LetterNames.letters($0) }.first ?? [],
      readings: scalars.map(readings),
      syllables: scalars.map { latin([$0]) }
    )
  }

  private func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  private func latin(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    if scalars.allSatisfy(Romanizer.isHan) { return scalars.flatMap { romanizer.letters(of: $0) } }
    if scalars.allSatisfy({ (0xAC00...0xD7A3).contains($0.value) }) { return scalars.flatMap { Hangul.latin($0) } }
    return romanizer.latin(string(scalars)).utf8.filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
  }

  /// How a character is read in Japanese names; kana are read one way.
  private func readings(_ scalar: Unicode.Scalar) -> [[UInt8]] {
    switch scalar.value {
    case 0x3040...0x30FF: [latin([scalar])].filter { !$0.isEmpty }
    case 0x4E00...0x9FFF: tables.words.rows(string([scalar])).filter { $0[0] == "R" }.map { Array($0[1].utf8) }
    default: []
    }
  }

  private func withoutLegalForms(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var core = scalars
    var changed = true
    while changed {
      changed = false
      for length in stride(from: min(9, core.count - 1), to: 0, by: -1) {
        if isLegalForm(core.suffix(length)) {
          core.removeLast(length)
          changed = true
          break
        }
        if isLegalForm(core.prefix(length)) {
          core.removeFirst(length)
          changed = true
          break
        }
      }
    }
    return core
  }

  private func isLegalForm(_ scalars: ArraySlice<Unicode.Scalar>) -> Bool {
    var hash = NameHash()
    for scalar in scalars { hash.add(scalar) }
    return facts.fact(hash.finished).flags.contains(.isLegalForm)
  }

  /// The lengths, as bits, of words and places that begin at `index`, as they are written or in simplified characters.
  private func knownLengths(_ scalars: [Unicode.Scalar], _ plain: [Unicode.Scalar], at index: Int) -> UInt16 {
    var lengths: UInt16 = 0
    var (written, simple) = (NameHash(), NameHash())
    for length in 1...max(1, min(10, scalars.count - index)) {
      written.add(scalars[index + length - 1])
      simple.add(plain[index + length - 1])
      if facts.find(written.finished) != 0 || facts.find(simple.finished) != 0 { lengths |= 1 << UInt16(length) }
    }
    return lengths
  }

  private func longestPart(
    _ scalars: [Unicode.Scalar],
    _ plain: [Unicode.Scalar],
    at index: Int,
    isInside: Bool
  ) -> (Int, ForeignName.Part)? {
    // One character in the middle of an unknown stretch is part of that stretch.
    let least = isInside ? 2 : 1
    let lengths = knownLengths(scalars, plain, at: index)
    for length in stride(from: min(10, scalars.count - index), through: least, by: -1)
    where lengths & (1 << UInt16(length)) != 0 {
      let written = scalars[index..<(index + length)]
      let forms = Set([string(written), string(plain[index..<(index + length)])]).sorted()
      for form in forms {
        let glosses = tables.words.rows(form).filter { $0[0] == "G" }
        if !glosses.isEmpty {
          let meanings = glosses.map { row in row[1].split(separator: " ").map { NameHash.of($0.utf8) } }
          let isGeneric = tables.words.rows(form).contains { $0[0] == "C" && $0[1] == "generic" }
          return (
            length,
            .init(
              meanings: meanings.filter { !$0.isEmpty },
              latin: latin(Array(written)),
              weight: isGeneric || meanings.allSatisfy(\.isEmpty) ? 0.15 : length == 1 ? 0.3 : 0.5,
              characters: Array(plain[index..<(index + length)]),
              isGlossed: true,
              isPlace: false
            )
          )
        }
        if length >= 2, let row = tables.places.rows(form).first {
          let words = tables.folding.folded(row[0]).key.split(separator: " ").map { NameHash.of($0.utf8) }
          let whole = NameHash.of(tables.folding.folded(row[0]).bytes)
          return (
            length,
            .init(
              meanings: [[whole], words],
              latin: latin(Array(written)),
              weight: 0.5,
              characters: Array(plain[index..<(index + length)]),
              isGlossed: true,
              isPlace: true
            )
          )
        }
      }
    }
    return nil
  }
}

/// Korean syllables in the Revised Romanization, without the changes between neighbours.
enum Hangul {
  private static let heads = [
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
  ]
  private static let vowels = [
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
  ]
  private static let tails = [
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
  ]

  /// The letters of one syllable block; nothing for any other scalar.
  static func latin(_ scalar: Unicode.Scalar) -> [UInt8] {
    guard (0xAC00...0xD7A3).contains(scalar.value) else { return [] }
    let code = Int(scalar.value - 0xAC00)
    return Array((heads[code / 588] + vowels[code % 588 / 28] + tails[code % 28]).utf8)
  }
}
