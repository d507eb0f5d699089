import KoineText

/// The content of a compressed file, unpacked as it is read.
struct UnpackedSource: ByteSource {
  private let packed: any ByteSource
  private let limits: UnpackingLimits

  init(_ packed: any ByteSource, limits: UnpackingLimits) {
    self.packed = packed
    self.limits = limits
  }

  /// Nobody knows before the end.
  var count: Int { 0 }

  func open() throws(ReadError) -> any ByteStream {
    try UnpackedStream(packed, allowance: limits.allowance(for: packed.count))
  }
}

/// The bytes of a compressed file, up to where it grows too large.
final class UnpackedStream: ByteStream {
  private let packed: any ByteSource
  private let file: PackedFile
  private let whole: Int
  private var allowance: Int
  private var rest: ArraySlice<UInt8> = []
  private var isAtEnd = false
  private var count = 0
  /// Why the content ends before its time.
  private(set) var problem: String?

  /// - Throws: `ReadError` when the file cannot be unpacked, or is compressed more than once.
  init(_ packed: any ByteSource, allowance: Int) throws(ReadError) {
    guard let file = PackedFile(try packed.open()) else { throw .brokenArchive("there is no memory to unpack it") }
    self.packed = packed
    self.file = file
    self.allowance = allowance
    whole = allowance
    switch file.next() {
    case .end: isAtEnd = true
    case .broken(let reason):
      if let failure = file.failure { throw failure }
      try takeRest(before: reason)
    case .member:
      if file.filterCount > 1 { throw .nestedArchive }
      if file.filterCount == 0 { throw .brokenArchive("its beginning is damaged") }
    }
  }

  func read(_ wanted: Int) throws(ReadError) -> [UInt8] {
    if rest.isEmpty, !isAtEnd { try unpack() }
    let bytes = Array(rest.prefix(wanted))
    rest = rest.dropFirst(bytes.count)
    return bytes
  }

  private func unpack() throws(ReadError) {
    do throws(PackedFile.Broken) {
      rest = try file.read()
    } catch {
      if let failure = file.failure { throw failure }
      try takeRest(before: error.reason)
      return
    }
    isAtEnd = rest.isEmpty
    count += rest.count
    allowance -= rest.count
    if allowance < 0 { throw .expandsTooMuch(limit: whole) }
  }

  /// Takes what stands between the last full block and the fault, if that can be unpacked again without much ado.
  private func takeRest(before reason: String) throws(ReadError) {
    isAtEnd = true
    problem = reason
    if count < Inflating.longestOutput {
      let bytes = try packed.open().readAll(Inflating.longestOutput)
      rest = Inflating.unpacked(bytes, limit: min(Inflating.longestOutput, count + allowance)).dropFirst(count)
    }
    count += rest.count
    allowance -= rest.count
    if count == 0 { throw .brokenArchive(reason) }
  }

  /// What to tell of content that ends before its time.
  func diagnostic(_ name: String) -> Diagnostic? {
    problem.map {
      Diagnostic(
        .warning,
        "unpack.truncated",
        "the file could be unpacked only as far as byte \(count): \($0)",
        at: .init(file: name, line: 1)
      )
    }
  }
}
