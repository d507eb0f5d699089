/// A naive Bayes model over byte n-grams, read where it lies in a mapped file.
///
/// `scripts/convert-language-model` makes the file and describes its layout.
struct LanguageModel: Sendable {
  /// One state of the automaton that finds n-grams.
  struct Slot: BitwiseCopyable {
    /// Where the children start, shifted left by eight, and the byte that leads here.
    var baseAndLabel: UInt32
    /// The state of the longest proper suffix that has children.
    var fail: UInt32
    /// The first entry of the n-gram found here, shifted left by eight, and how many there are.
    var entries: UInt32
  }

  /// More classes than this fit no entry.
  static let classLimit = 128

  /// The language of each class; two classes may share one.
  let languages: [Language]
  /// For each class the first of its language.
  let firstClasses: [Int]
  /// The first class of each language.
  let classOfLanguage: [Language: Int]
  /// What each class scores before anything is read.
  let priors: [Float]
  /// What an n-gram scores in a class that no entry names.
  let floors: [Float]
  /// How many slots there are.
  let slotCount: Int

  private let file: MappedFile
  private let slotStart: Int
  private let entryStart: Int

  /// Maps the model at `path` and checks that no offset in it leads out of it.
  init(path: String) throws(TextError) {
    file = try MappedFile(path: path)
    let header = try file.withBytes { bytes throws(TextError) in try Header(bytes, path: path) }
    (languages, priors, floors) = (header.languages, header.priors, header.floors)
    (slotCount, slotStart, entryStart) = (header.slotCount, header.slotStart, header.entryStart)
    let firsts = Dictionary(zip(languages, languages.indices), uniquingKeysWith: { first, _ in first })
    classOfLanguage = firsts
    firstClasses = languages.indices.map { firsts[header.languages[$0]] ?? $0 }
    let entryCount = header.entryCount
    let isSound = withTables { slots, _ in
      for index in slots.indices {
        let slot = slots[index]
        let lastChild = Int(slot.baseAndLabel >> 8) + 255
        let lastEntry = Int(slot.entries >> 8) + Int(slot.entries & 255)
        guard lastChild < slots.count, Int(slot.fail) < slots.count, lastEntry <= entryCount else { return false }
      }
      return true
    }
    if !isSound { throw .malformed(path: path, reason: "an offset leads out of the file") }
  }

  /// Calls `body` with the automaton and the entries.
  @inline(__always)
  func withTables<R>(_ body: (Span<Slot>, Span<UInt16>) -> R) -> R {
    file.withBytes { bytes in
      // The header was checked against the size of the file, and both tables start at multiples of four.
      let slots = Span<Slot>(_bytes: bytes.extracting(slotStart..<entryStart))
      let entries = Span<UInt16>(_bytes: bytes.extracting(entryStart..<file.count))
      return body(slots, entries)
    }
  }

  /// Returns the state after `byte`.
  @inline(__always)
  static func state(after byte: UInt8, from state: Int, in slots: Span<Slot>) -> Int {
    var state = state
    // No n-gram is longer than this, so a sound file never needs more steps.
    for _ in 0..<8 {
      // Opening the model checked every base and link.
      let slot = unsafe slots[unchecked: state]
      let base = Int(slot.baseAndLabel >> 8)
      if base != 0 {
        let child = base + Int(byte)
        if unsafe UInt8(truncatingIfNeeded: slots[unchecked: child].baseAndLabel) == byte { return child }
      }
      if state == 0 { return 0 }
      state = Int(slot.fail)
    }
    return 0
  }
}

extension LanguageModel {
  private struct Header {
    var languages: [Language] = []
    var priors: [Float] = []
    var floors: [Float] = []
    var slotCount = 0
    var slotStart = 0
    var entryStart = 0
    var entryCount = 0

    init(_ bytes: RawSpan, path: String) throws(TextError) {
      func number(_ offset: Int) -> UInt32 {
        (0..<4).reduce(0) {
          $0 | UInt32(unsafe bytes.unsafeLoad(fromByteOffset: offset + $1, as: UInt8.self)) << (8 * $1)
        }
      }
      guard bytes.byteCount >= 16, number(0) == 0x3149_4C4B else {
        throw .malformed(path: path, reason: "it is not a language model")
      }
      let classes = Int(number(4))
      slotCount = Int(number(8))
      entryCount = Int(number(12))
      slotStart = 16 + 16 * classes
      entryStart = slotStart + MemoryLayout<Slot>.stride * slotCount
      guard (1...LanguageModel.classLimit).contains(classes), slotCount > 255,
        bytes.byteCount == entryStart + 2 * entryCount
      else { throw .malformed(path: path, reason: "its size is not what its header says") }
      for index in 0..<classes {
        let start = 16 + 16 * index
        var code: [UInt8] = []
        for offset in start..<(start + 8) {
          let byte = unsafe bytes.unsafeLoad(fromByteOffset: offset, as: UInt8.self)
          if byte != 0 { code.append(byte) }
        }
        languages.append(Language(rawValue: String(decoding: code, as: UTF8.self)))
        priors.append(Float(bitPattern: number(start + 8)))
        floors.append(Float(bitPattern: number(start + 12)))
      }
    }
  }
}
