import CArchive

/// The members of a zip or tar file, or the content of a compressed file, one after the other.
@safe final class PackedFile {
  /// What a member is.
  enum Kind {
    case file, folder, link, device, encrypted
    /// The content of a compressed file that is no archive.
    case raw

    fileprivate init(_ kind: carchive_kind) {
      switch kind {
      case CARCHIVE_RAW: self = .raw
      case CARCHIVE_FOLDER: self = .folder
      case CARCHIVE_LINK: self = .link
      case CARCHIVE_DEVICE: self = .device
      case CARCHIVE_ENCRYPTED: self = .encrypted
      default: self = .file
      }
    }
  }

  /// One member before its content is read.
  struct Member {
    var kind: Kind
    /// The path as the archive has it.
    var path: [UInt8]
    /// The size that the archive states.
    var size: Int?
  }

  /// What became of a step.
  enum Step {
    case member(Member)
    case end
    case broken(String)
  }

  private let archive: OpaquePointer
  /// Where the packed bytes come from, if they are not in memory.
  private let feeder: Feeder?
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  /// The file itself, if it is gzip and in memory: of one that breaks off the last block is unpacked without libarchive.
  private let gzip: [UInt8]?
  /// What a file holds that breaks off before libarchive hands out anything.
  private var rescued: [UInt8]?

  /// Opens packed bytes; `nil` when there is no memory for a copy of them.
  init?(_ bytes: [UInt8]) {
    let opened = unsafe bytes.withUnsafeBytes { unsafe carchive_open($0.baseAddress, $0.count) }
    guard let opened = unsafe opened else { return nil }
    unsafe archive = opened
    feeder = nil
    gzip = Packing(bytes) == .gzip ? bytes : nil
  }

  /// Opens a compressed file that is no archive, which is read as it is unpacked; `nil` when there is no memory.
  init?(_ stream: any ByteStream) {
    let feeder = Feeder(stream)
    // The archive is closed before the feeder goes, so that the pointer stays good.
    let context = unsafe Unmanaged.passUnretained(feeder).toOpaque()
    let opened = unsafe carchive_open_stream(
      { context, bytes in
        guard let context = unsafe context, let bytes = unsafe bytes else { return -1 }
        return unsafe Unmanaged<Feeder>.fromOpaque(context).takeUnretainedValue().next(bytes)
      },
      context
    )
    guard let opened = unsafe opened else { return nil }
    unsafe archive = opened
    self.feeder = feeder
    gzip = nil
  }

  /// What kept the packed bytes from being read.
  var failure: ReadError? { feeder?.failure }

  deinit { unsafe carchive_close(archive) }

  /// How often the bytes are compressed.
  var filterCount: Int { rescued == nil ? Int(unsafe carchive_filter_count(archive)) : 1 }

  /// Steps to the next member.
  func next() -> Step {
    if rescued != nil { return .end }
    var member = unsafe carchive_member(kind: CARCHIVE_FILE, path: nil, path_count: 0, size: -1)
    switch unsafe carchive_next(archive, &member) {
    case CARCHIVE_GOING:
      // The path lives until the next step only.
      let path = unsafe UnsafeRawBufferPointer(start: member.path, count: member.path_count)
      let size = unsafe member.size
      return .member(Member(kind: Kind(unsafe member.kind), path: unsafe Array(path), size: size < 0 ? nil : Int(size)))
    case CARCHIVE_END: return .end
    default:
      guard let gzip else { return .broken(message) }
      let bytes = Inflating.unpacked(gzip, limit: Inflating.longestOutput)
      if bytes.isEmpty || Packing(bytes) != nil { return .broken(message) }
      rescued = bytes
      return .member(Member(kind: .raw, path: [], size: nil))
    }
  }

  /// Reads the content of the member up to a limit.
  ///
  /// - Returns: the bytes, at most one more than `limit`, and why reading ended early.
  func content(limit: Int) -> (bytes: [UInt8], problem: String?) {
    if let rescued { return (Array(rescued.prefix(limit + 1)), message) }
    var out: [UInt8] = []
    while out.count <= limit {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe carchive_read(archive, $0.baseAddress, $0.count) }
      if count < 0 { return (withRest(out, limit: limit), message) }
      if count == 0 { return (out, nil) }
      out.append(contentsOf: buffer.prefix(min(count, limit + 1 - out.count)))
    }
    return (out, nil)
  }

  /// Reads the next bytes of the member; none at its end.
  ///
  /// - Throws: why reading ended early.
  func read() throws(Broken) -> ArraySlice<UInt8> {
    let count = unsafe buffer.withUnsafeMutableBytes { unsafe carchive_read(archive, $0.baseAddress, $0.count) }
    if count < 0 { throw Broken(reason: message) }
    return buffer.prefix(count)
  }

  /// Why a member cannot be read further.
  struct Broken: Error { let reason: String }

  /// What was read with what stands between it and the fault, where that can be unpacked again without much ado.
  private func withRest(_ read: [UInt8], limit: Int) -> [UInt8] {
    guard let gzip, filterCount == 1, read.count < Inflating.longestOutput else { return read }
    let whole = Inflating.unpacked(gzip, limit: min(limit, Inflating.longestOutput))
    // The bytes of a member of an archive are not those of the file.
    return whole.count > read.count && whole.starts(with: read) ? whole : read
  }

  private var message: String { unsafe String(cString: carchive_message(archive)) }
}

/// Gives the bytes of a stream to a reader written in C.
@safe private final class Feeder {
  private static let size = 1 << 16
  private let stream: any ByteStream
  private let memory: UnsafeMutableRawBufferPointer
  private(set) var failure: ReadError?

  init(_ stream: any ByteStream) {
    self.stream = stream
    unsafe memory = .allocate(byteCount: Self.size, alignment: 16)
  }

  deinit { unsafe memory.deallocate() }

  /// Puts the address of the next bytes in `place`; they stay there until the next call.
  func next(_ place: UnsafeMutablePointer<UnsafeRawPointer?>) -> Int {
    do throws(ReadError) {
      let bytes = try stream.read(Self.size)
      unsafe memory.copyBytes(from: bytes.prefix(Self.size))
      unsafe place.pointee = UnsafeRawPointer(memory.baseAddress)
      return min(bytes.count, Self.size)
    } catch {
      failure = error
      return -1
    }
  }
}
