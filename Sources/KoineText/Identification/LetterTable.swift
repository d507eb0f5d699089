/// How likely letters follow others in the languages of one script, read where it lies in a mapped file.
///
/// An n-gram is a number of one byte a letter, five letters at most. Each that the table knows has a row: how far every
/// language is behind the one in which the last letter is likeliest after the others, in steps of half a nat, four bits
/// a language. A letter is looked up with as many of those before it as the table knows.
struct LetterTable: Sendable, BitwiseCopyable {
  /// The number of the first language in the rows; the others follow it.
  let firstLanguage: Int
  /// How many languages there are.
  let languageCount: Int
  /// The size of a row in bytes, the last of which is the cost of the likeliest language.
  let rowBytes: Int
  /// How many rows there are; the first 256 belong to single letters.
  let rowCount: Int
  /// The offset of the first row in the file; at least 32 bytes follow the last row.
  let rowStart: Int
  /// How many slots lead to rows.
  let slotCount: Int
  /// The offset of the first slot in the file.
  let slotStart: Int

  /// The numbers of the languages, in the order of the rows.
  var languages: Range<Int> { firstLanguage..<(firstLanguage + languageCount) }

  /// The letter that stands for the bound of a word.
  static let bound: UInt64 = 1
  /// No letter follows more letters than make this length with it.
  static let longest = 5
  /// A row has room for so many languages.
  static let languageLimit = 64
  /// What a step in a row stands for, in nats.
  static let step: Float = 0.5

  /// Returns the row of an n-gram of two letters or more, or `nil` if the table does not know it.
  @inline(__always)
  func row(of gram: UInt64, in file: RawSpan) -> Int? {
    let product = gram &* 0x9E37_79B9_7F4A_7C15
    let part = (product ^ product >> 32) & 0xFFFF_FFFF
    var at = Int(truncatingIfNeeded: (part &* UInt64(truncatingIfNeeded: slotCount)) >> 32)
    let check = UInt32(truncatingIfNeeded: product >> 40) & 0xFFF
    // Whoever made the file saw to it that no n-gram is farther from its slot.
    for _ in 0..<128 {
      // Opening the model checked that the slots lie within the file; they start at a multiple of four.
      let slot = unsafe file.unsafeLoad(fromUncheckedByteOffset: slotStart &+ at &* 4, as: UInt32.self)
      if slot == .max { return nil }
      if slot & 0xFFF == check {
        let row = Int(slot >> 12)
        return row < rowCount ? row : nil
      }
      at = at &+ 1 == slotCount ? 0 : at &+ 1
    }
    return nil
  }
}
