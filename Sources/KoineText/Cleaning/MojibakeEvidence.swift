/// How sure it is that characters are a misread UTF-8 sequence rather than good text.
enum MojibakeEvidence {
  /// Good text, or a repair that makes no sense.
  case against
  /// Possible: right right beside a sure one.
  case tied
  /// Possible: right if the same mistake was made nearby.
  case weak
  /// Good text does not look like this.
  case strong

  /// Weighs one sequence by what it would become and by what stands around it.
  ///
  /// - Parameters:
  ///   - sequence: the sequence.
  ///   - scalars: the text.
  ///   - charset: the encoding that it is read in.
  init(_ sequence: MojibakeSequence, in scalars: [UInt32], charset: LegacyCharset) {
    let family = charset.family
    let context = Context(sequence, scalars, charset)
    if sequence.isLost {
      // Two good bytes of three are enough; one is not, but for a capital with an accent inside a word.
      let isForeign = family == .cyrillic || family == .greek
      if isForeign, !context.isBesideLatin {
        self = .weak
        return
      }
      let isInside = context.before == .lower && context.after == .lower && ScalarKind(context.lead) == .upper
      self = (sequence.length > 2 && context.trailsAreOdd) || isInside ? .strong : .weak
      return
    }
    // What was damaged twice has control characters in between.
    if (0x80...0x9F).contains(sequence.scalar) {
      self = context.trail == sequence.scalar ? .weak : .tied
      return
    }
    switch Plausibility(sequence.scalar) {
    case .none: self = .against
    case .latin, .mark:
      switch family {
      case .latin: self = Self.latin(sequence, context)
      case .cyrillic, .greek: self = Self.cyrillic(sequence, context)
      case .macintosh, .dos: self = Self.drawn(sequence, context)
      }
    case .script:
      // Other scripts come in runs, which are weighed as a whole. One letter alone counts among nothing but odd
      // characters, or as a Greek letter in a formula or a unit, `10Î¼s`.
      let isGreekAmongLatin =
        (0x370...0x3FF).contains(sequence.scalar) && context.trailsAreOdd
        && (context.before.isCased || context.before == .digit) && context.after.isCased
      let isAllOdd = sequence.length > 2 && (context.oddTrails == sequence.length - 1 || context.hasControlTrail)
      self = family == .latin && (isGreekAmongLatin || isAllOdd) ? .strong : .weak
    }
  }

  /// Letters with accents in the place of leads: `Ã©`, `â€™`.
  private static func latin(_ sequence: MojibakeSequence, _ context: Context) -> Self {
    if sequence.hasSpace, sequence.length == 2 { return spaced(context) }
    if sequence.length > 2 {
      return context.trailsAreOdd || (context.before.isCased && context.after.isCased) ? .strong : .weak
    }
    let result = ScalarKind(sequence.scalar)
    // In a word of capitals the repair must be a capital, or it is two good characters.
    let isShouted = context.before == .upper && context.after != .lower
    let breaksCase = isShouted && result == .lower
    if context.trailsAreOdd { return breaksCase ? .weak : .strong }
    // From here on the trail is a letter, or a character that good text has at the ends of words.
    if context.before == .lower { return context.isPossessive ? .weak : .strong }
    if breaksCase { return .weak }
    if context.isUnheardOf || (context.lead == 0xC3 && context.trail == 0x2122) { return .strong }
    if context.leadByte == 0xC3, context.before != .upper, !context.isLetterTrail,
      context.trail == 0xA0 || !context.isTrailSentenceEnd
    {
      return .strong
    }
    if context.lead == 0xC2, context.before != .upper, !context.isLetterTrail { return .strong }
    if context.after.isCased, !context.isLetterTrail {
      let joins = [0x2019, 0x2026, 0x2013, 0x2014, 0x2022, 0xA0].contains(context.trail)
      return joins && (context.lead != 0xC3 || context.trail == 0x2019 || context.after == .upper) ? .weak : .strong
    }
    let isCaseBroken = ScalarKind(context.trail) == .lower && context.before == .upper && context.after == .upper
    if isCaseBroken { return .strong }
    return .weak
  }

  /// A capital with an accent and a space, which was a no-break space and the byte 0xA0 before.
  private static func spaced(_ context: Context) -> Self {
    switch context.lead {
    case 0xC3:
      if context.before == .lower || context.isAfterApostrophe { return .strong }
      return context.before == .upper ? .against : .weak
    case 0xC2: return context.before == .lower || context.before == .punctuation ? .weak : .against
    case 0xC5: return context.before == .space && context.after == .lower ? .weak : .against
    default: return .against
    }
  }

  /// Cyrillic capitals in the place of leads: `Г©`, `вЂ™`.
  private static func cyrillic(_ sequence: MojibakeSequence, _ context: Context) -> Self {
    if sequence.hasSpace { return context.lead == 0x413 && context.before == .space ? .weak : .against }
    if sequence.length > 2 { return .strong }
    return context.isBesideLatin ? .strong : .weak
  }

  /// Mathematics and lines in the place of leads: `√©`, `├⌐`, `‚Äô`.
  private static func drawn(_ sequence: MojibakeSequence, _ context: Context) -> Self {
    if sequence.hasSpace { return .against }
    if sequence.length > 2 { return .strong }
    let isInWord = context.before.isLetter || context.lettersAfter > 1
    // A root and a sign of negation stand before numbers and letters, not before such signs.
    if context.lead == 0xAC || context.lead == 0x221A, isInWord { return .strong }
    if context.lead == 0x221A, !Self.mathematics.contains(context.trail) { return .strong }
    if context.lead >= 0x2500, context.before == .symbol { return .weak }
    if context.leadByte == 0xC2 || context.leadByte == 0xC3 || context.leadByte == 0xC5, context.lead >= 0x2500,
      isInWord || !(0x2500...0x25FF).contains(context.trail)
    {
      return .strong
    }
    if context.lead >= 0x2500 || [0xAC, 0x192, 0x221A, 0x2206, 0x2248].contains(context.lead) {
      return context.before.isLetter || (context.after.isLetter && context.isLetterTrail) ? .strong : .weak
    }
    return .weak
  }

  /// Signs of mathematics among the trails of Mac Roman.
  private static let mathematics: Set<UInt32> = [
    0xB1, 0xB5, 0x3A9, 0x3C0, 0x2202, 0x220F, 0x2211, 0x221E, 0x222B, 0x2260, 0x2264, 0x2265,
  ]
}

extension MojibakeEvidence {
  /// What a sequence looks like, and its neighbours.
  private struct Context {
    let lead: UInt32
    let leadByte: UInt8
    let trail: UInt32
    let before: ScalarKind
    let after: ScalarKind
    /// Whether a trail is a character that good text does not have there.
    let trailsAreOdd: Bool
    /// How many trails are.
    let oddTrails: Int
    /// Whether the first trail may end a good sentence.
    let isTrailSentenceEnd: Bool
    /// Whether the first trail is a letter.
    let isLetterTrail: Bool
    /// Whether an ASCII letter stands right before or after.
    let isBesideLatin: Bool
    /// Whether an apostrophe stands right before.
    let isAfterApostrophe: Bool
    /// Whether it reads as a capital, an apostrophe and a letter, as in `É’s`.
    let isPossessive: Bool
    /// Whether a trail is a control character.
    let hasControlTrail: Bool
    /// How many ASCII letters follow, three at most.
    let lettersAfter: Int
    /// Whether it reads as two letters that no language writes side by side.
    let isUnheardOf: Bool

    init(_ sequence: MojibakeSequence, _ scalars: [UInt32], _ charset: LegacyCharset) {
      let range = sequence.range
      lead = scalars[range.lowerBound]
      leadByte = charset.byte(of: lead)
      trail = scalars[range.lowerBound + 1]
      before = range.lowerBound > 0 ? ScalarKind(scalars[range.lowerBound - 1]) : .space
      after = range.upperBound < scalars.count ? ScalarKind(scalars[range.upperBound]) : .space
      let kinds = scalars[(range.lowerBound + 1)..<range.upperBound].map { ScalarKind($0) }
      // Letters among the trails of a longer sequence: good words have no such runs around signs.
      let hasLetters = kinds.contains(where: \.isLetter)
      let hasSigns = kinds.contains { $0 == .punctuation || $0 == .symbol }
      isTrailSentenceEnd = Self.sentenceEnds.contains(trail)
      oddTrails = kinds.count { $0 == .symbol || $0 == .control }
      let isSentenceEnd = scalars[(range.lowerBound + 1)..<range.upperBound].allSatisfy(Self.sentenceEnds.contains)
      trailsAreOdd = oddTrails > 0 || (range.count > 2 && hasSigns && (hasLetters || !isSentenceEnd))
      isLetterTrail = kinds.first?.isLetter ?? false
      let isLatin = { (index: Int) in
        scalars.indices.contains(index) && (scalars[index] | 0x20) &- 0x61 < 26
      }
      isBesideLatin = isLatin(range.lowerBound - 1) || isLatin(range.upperBound)
      let last = range.lowerBound > 0 ? scalars[range.lowerBound - 1] : 0
      isAfterApostrophe = last == 0x27 || last == 0x2019
      isPossessive = trail == 0x2019 && before == .upper
      hasControlTrail = kinds.contains(.control)
      lettersAfter = scalars[range.upperBound...].prefix(3).prefix { ($0 | 0x20) &- 0x61 < 26 }.count
      isUnheardOf =
        charset.family == .latin && isLetterTrail && !Alphabets.share(lead, trail, atStart: !before.isCased)
        && (leadByte != 0xC2 || Self.signs.contains(sequence.scalar))
    }

    /// The signs of the first row that text has often.
    private static let signs: Set<UInt32> = [0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAB, 0xAE, 0xB0, 0xB7, 0xBB, 0xBF]

    /// What follows a letter with an accent at the end of good sentences.
    private static let sentenceEnds: Set<UInt32> = [
      0xA0, 0xAB, 0xBB, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026, 0x203A,
    ]
  }
}
