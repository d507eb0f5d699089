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
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)

  /// Opens packed bytes; `nil` when there is no memory for a copy of them.
  init?(_ bytes: [UInt8]) {
    let opened = unsafe bytes.withUnsafeBytes { unsafe carchive_open($0.baseAddress, $0.count) }
    guard let opened = unsafe opened else { return nil }
    unsafe archive = opened
  }

  deinit { unsafe carchive_close(archive) }

  /// How often the bytes are compressed.
  var filterCount: Int { Int(unsafe carchive_filter_count(archive)) }

  /// Steps to the next member.
  func next() -> Step {
    var member = unsafe carchive_member(kind: CARCHIVE_FILE, path: nil, path_count: 0, size: -1)
    switch unsafe carchive_next(archive, &member) {
    case CARCHIVE_GOING:
      // The path lives until the next step only.
      let path = unsafe UnsafeRawBufferPointer(start: member.path, count: member.path_count)
      let size = unsafe member.size
      return .member(Member(kind: Kind(unsafe member.kind), path: unsafe Array(path), size: size < 0 ? nil : Int(size)))
    case CARCHIVE_END: return .end
    default: return .broken(message)
    }
  }

  /// Reads the content of the member up to a limit.
  ///
  /// - Returns: the bytes, at most one more than `limit`, and why reading ended early.
  func content(limit: Int) -> (bytes: [UInt8], problem: String?) {
    var out: [UInt8] = []
    while out.count <= limit {
      let count = unsafe buffer.withUnsafeMutableBytes { unsafe carchive_read(archive, $0.baseAddress, $0.count) }
      if count < 0 { return (out, message) }
      if count == 0 { return (out, nil) }
      out.append(contentsOf: buffer.prefix(min(count, limit + 1 - out.count)))
    }
    return (out, nil)
  }

  private var message: String { unsafe String(cString: carchive_message(archive)) }
}
