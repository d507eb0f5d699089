/// The tables of language identification, read where they lie in a mapped file.
///
/// `scripts/make-language-model` makes the file and describes its layout. Scripts that many languages share have a
/// `LetterTable` each; scripts that one language uses decide by themselves; Chinese and Japanese are told apart by
/// their ideographs. The byte model knows further languages of the shared scripts, and is asked when letters leave
/// doubts.
struct LanguageModel: Sendable {
  /// More languages than this have no room in a `LanguageSet`.
  static let languageLimit = 128
  /// Scalars from here on are in no table.
  static let scalarLimit: UInt32 = 0x2000
  /// The ideographs that tell Chinese from Japanese start here.
  static let firstIdeograph: UInt32 = 0x4E00
  /// So many ideographs are told apart.
  static let ideographCount: UInt32 = 0x5200

  /// The languages by number: those of the tables, of single scripts, Chinese and Japanese, those of the byte model.
  let languages: [Language]
  /// The number of each language.
  let numbers: [Language: Int]
  /// The tables of the scripts that languages share.
  let scripts: [LetterTable]
  /// The number of the language of each single script.
  let singles: [Int]
  /// The number of Korean among the single scripts.
  let hangul: Int
  /// The numbers of Chinese and Japanese.
  let chinese: Int
  let japanese: Int
  /// The byte model, and the number of the language of each of its classes.
  let bytes: ByteGramModel
  let byteLanguages: [Int]
  /// Whether only the byte model knows a language.
  let isBytesOnly: [Bool]

  private let file: MappedFile
  private let scalarStart: Int
  private let ideographStart: Int

  /// Maps the model at `path` and checks that no table leads out of the file.
  init(path: String) throws(TextError) {
    file = try MappedFile(path: path)
    let header = try file.withBytes { bytes throws(TextError) in try Header(bytes, path: path) }
    (scripts, singles, hangul) = (header.scripts, header.singles, header.hangul)
    (scalarStart, ideographStart) = (header.scalarStart, header.ideographStart)
    bytes = try ByteGramModel(file, start: header.byteStart)
    var languages = header.languages
    var numbers: [Language: Int] = [:]
    for (number, language) in languages.enumerated() { numbers[language] = number }
    func number(of language: Language) -> Int {
      if let known = numbers[language] { return known }
      languages.append(language)
      numbers[language] = languages.count - 1
      return languages.count - 1
    }
    chinese = number(of: "zh")
    japanese = number(of: "ja")
    let lettered = languages.count
    byteLanguages = bytes.languages.map { number(of: $0) }
    self.languages = languages
    self.numbers = numbers
    isBytesOnly = languages.indices.map { $0 >= lettered }
    guard languages.count <= Self.languageLimit else {
      throw .malformed(path: path, reason: "it names too many languages")
    }
  }

  /// Calls `body` with the bytes of the file.
  @inline(__always)
  func withFile<R>(_ body: (RawSpan) -> R) -> R {
    file.withBytes { bytes in body(bytes) }
  }

  /// Returns the script of a scalar, shifted left by eight, and its letter; 0 if it is no letter.
  @inline(__always)
  func kind(of scalar: UInt32, in file: RawSpan) -> UInt16 {
    guard scalar < Self.scalarLimit else { return 0 }
    // Opening the model checked that the whole table lies within the file; it starts at a multiple of four.
    return unsafe file.unsafeLoad(fromUncheckedByteOffset: scalarStart &+ Int(scalar) &* 2, as: UInt16.self)
  }

  /// Returns in tenths of a nat how much likelier an ideograph is in Chinese than in Japanese.
  @inline(__always)
  func lean(of scalar: UInt32, in file: RawSpan) -> Int {
    let index = scalar &- Self.firstIdeograph
    guard index < Self.ideographCount else { return 0 }
    // Opening the model checked that the whole table lies within the file.
    return Int(unsafe file.unsafeLoad(fromUncheckedByteOffset: ideographStart &+ Int(index), as: Int8.self))
  }
}

extension LanguageModel {
  private struct Header {
    var languages: [Language] = []
    var scripts: [LetterTable] = []
    var singles: [Int] = []
    var hangul = -1
    var scalarStart = 0
    var ideographStart = 0
    var byteStart = 0

    init(_ bytes: RawSpan, path: String) throws(TextError) {
      var reader = HeaderReader(bytes, path: path)
      guard try reader.number() == 0x3249_4C4B else {
        throw .malformed(path: path, reason: "it is not a language model")
      }
      let (scriptCount, singleCount) = (try reader.number(), try reader.number())
      (scalarStart, ideographStart, byteStart) = (try reader.number(), try reader.number(), try reader.number())
      let scalarEnd = scalarStart + 2 * Int(LanguageModel.scalarLimit)
      let ideographEnd = ideographStart + Int(LanguageModel.ideographCount)
      guard (1..<0x80).contains(scriptCount), singleCount < 0x80,
        max(scalarEnd, ideographEnd, byteStart) <= bytes.byteCount,
        [scalarStart, byteStart].allSatisfy({ $0.isMultiple(of: 4) })
      else { throw reader.damage }
      for _ in 0..<scriptCount {
        let count = try reader.number()
        let (rowCount, rowStart) = (try reader.number(), try reader.number())
        let (slotCount, slotStart) = (try reader.number(), try reader.number())
        let rowBytes = (count + 1) / 2 + 1
        // All numbers are below 2 to the 32, so that nothing overflows here.
        guard count <= LetterTable.languageLimit, rowCount >= 256, slotCount > 0, slotStart.isMultiple(of: 4),
          rowStart + rowCount * rowBytes + 32 <= bytes.byteCount, slotStart + 4 * slotCount <= bytes.byteCount
        else { throw reader.damage }
        let first = languages.count
        for _ in 0..<count { languages.append(try reader.language()) }
        scripts.append(
          LetterTable(
            firstLanguage: first,
            languageCount: count,
            rowBytes: rowBytes,
            rowCount: rowCount,
            rowStart: rowStart,
            slotCount: slotCount,
            slotStart: slotStart
          )
        )
      }
      for index in 0..<singleCount {
        singles.append(languages.count)
        languages.append(try reader.language())
        if languages.last == "ko" { hangul = index }
      }
      guard Set(languages).count == languages.count, languages.count <= LanguageModel.languageLimit else {
        throw reader.damage
      }
    }
  }
}
