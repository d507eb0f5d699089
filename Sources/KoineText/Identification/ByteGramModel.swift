/// A naive Bayes model over byte n-grams, read where it lies in a mapped file (Lui and Baldwin, langid.py: An
/// Off-the-shelf Language Identification Tool, 2012).
///
/// `scripts/make-language-model` makes the file and describes its layout.
struct ByteGramModel: Sendable {
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
  /// What each class scores before anything is read.
  let priors: [Float]
  /// What an n-gram scores in a class that no entry names.
  let floors: [Float]
  /// How many slots there are.
  let slotCount: Int

  private let file: MappedFile
  private let slotStart: Int
  private let entryStart: Int

  /// Takes the model that starts at an offset in `file`, and checks that nothing in it leads out of it.
  init(_ file: MappedFile, start: Int) throws(TextError) {
    self.file = file
    let header = try file.withBytes { bytes throws(TextError) in try Header(bytes, path: file.path, start: start) }
    (languages, priors, floors) = (header.languages, header.priors, header.floors)
    (slotCount, slotStart, entryStart) = (header.slotCount, header.slotStart, header.entryStart)
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
    if !isSound { throw .malformed(path: file.path, reason: "an offset leads out of the file") }
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

extension ByteGramModel {
  private struct Header {
    var languages: [Language] = []
    var priors: [Float] = []
    var floors: [Float] = []
    var slotCount = 0
    var slotStart = 0
    var entryStart = 0
    var entryCount = 0

    init(_ bytes: RawSpan, path: String, start: Int) throws(TextError) {
      var reader = HeaderReader(bytes, path: path, from: start)
      let classes = try reader.number()
      (slotCount, entryCount) = (try reader.number(), try reader.number())
      guard (1...ByteGramModel.classLimit).contains(classes), slotCount > 255 else { throw reader.damage }
      for _ in 0..<classes {
        languages.append(try reader.language())
        priors.append(Float(bitPattern: try reader.bits()))
        floors.append(Float(bitPattern: try reader.bits()))
      }
      slotStart = reader.offset
      entryStart = slotStart + MemoryLayout<Slot>.stride * slotCount
      guard bytes.byteCount == entryStart + 2 * entryCount else { throw reader.damage }
    }
  }
}
