public import KoineText

/// Hands out the documents that are packed in an input, one after the other.
///
/// A zip or tar file counts as a folder: every member is a document, named by the archive's name, a slash and its path.
/// A compressed file is the document inside. Archives in archives are not opened, and no path leads outside.
public final class Unpacking {
  /// One document, or what stands in the place of one.
  public struct Member: Sendable {
    /// The name, for messages and as a hint of its type.
    public var name: String
    /// The bytes, as far as they could be unpacked.
    public var bytes: [UInt8]
    /// Why the member is not to be read.
    public var refusal: ReadError?
    /// What was odd.
    public var diagnostics: [Diagnostic] = []
  }

  private enum State {
    /// The bytes themselves, or a reason why there are none.
    case single(Member)
    case packed(PackedFile)
    case ended
  }

  private let name: String
  private let limits: UnpackingLimits
  /// Whether zip and tar files are opened, or only compressed ones.
  private let opensArchives: Bool
  private var state: State
  /// The bytes that may be unpacked in all.
  private let whole: Int
  /// The bytes that may still be unpacked.
  private var allowance: Int
  private var count = 0

  /// Begins to unpack an input.
  ///
  /// - Parameters:
  ///   - bytes: the input as it came.
  ///   - name: its name.
  ///   - limits: how much is taken out of it.
  public convenience init(_ bytes: [UInt8], name: String, limits: UnpackingLimits = UnpackingLimits()) {
    self.init(bytes, name: name, limits: limits, opensArchives: true)
  }

  private init(_ bytes: [UInt8], name: String, limits: UnpackingLimits, opensArchives: Bool) {
    self.name = name
    self.limits = limits
    self.opensArchives = opensArchives
    whole = limits.allowance(for: bytes.count)
    allowance = whole
    switch Packing(bytes) {
    case nil: state = .single(Member(name: name, bytes: bytes))
    case .zip? where bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]):
      state = .single(Member(name: name, bytes: [], refusal: .empty))
    case .zip? where OfficeFile.kind(bytes) != nil:
      state = .single(Member(name: name, bytes: [], refusal: .unsupportedType(OfficeFile.kind(bytes) ?? "Office")))
    case .zip? where !opensArchives, .tar? where !opensArchives:
      state = .single(Member(name: name, bytes: [], refusal: .nestedArchive))
    default:
      if let file = PackedFile(bytes) {
        state = .packed(file)
      } else {
        state = .single(Member(name: name, bytes: [], refusal: .brokenArchive("there is no memory to unpack it")))
      }
    }
  }

  /// The next document; `nil` after the last.
  public func next() -> Member? {
    switch state {
    case .ended: return nil
    case .single(let member):
      state = .ended
      return member
    case .packed(let file):
      while true {
        switch file.next() {
        case .end:
          state = .ended
          return count == 0 ? Member(name: name, bytes: [], refusal: .empty) : nil
        case .broken(let reason):
          state = .ended
          return Member(name: name, bytes: [], refusal: .brokenArchive(reason))
        case .member(let member):
          // Each round of compression multiplies what a small file can become.
          if file.filterCount > 1 { return end(.nestedArchive) }
          if let document = document(member, in: file) { return document }
        }
      }
    }
  }

  private func end(_ reason: ReadError) -> Member {
    state = .ended
    return Member(name: name, bytes: [], refusal: reason)
  }

  /// The document of a member; `nil` for what is no document, such as a folder.
  private func document(_ member: PackedFile.Member, in file: PackedFile) -> Member? {
    if member.kind == .raw {
      if file.filterCount == 0 { return end(.brokenArchive("its beginning is damaged")) }
      return content(of: file, name: name, stated: nil, isRaw: true)
    }
    if !opensArchives { return end(.nestedArchive) }
    count += 1
    if count > limits.members { return end(.tooManyMembers(limit: limits.members)) }
    if member.kind == .folder { return nil }
    guard let path = MemberPath(member.path, limit: limits.pathBytes) else {
      if let size = member.size, size > allowance { return end(.expandsTooMuch(limit: whole)) }
      allowance -= member.size ?? 0
      return Member(name: "\(name)/\(MemberPath.shown(member.path))", bytes: [], refusal: .unsafePath)
    }
    if path.isHidden { return nil }
    let place = "\(name)/\(path.text)"
    switch member.kind {
    case .link: return Member(name: place, bytes: [], refusal: .notAFile("link"))
    case .device: return Member(name: place, bytes: [], refusal: .notAFile("device"))
    case .encrypted: return Member(name: place, bytes: [], refusal: .encrypted)
    default: return content(of: file, name: place, stated: member.size, isRaw: false)
    }
  }

  private func content(of file: PackedFile, name place: String, stated: Int?, isRaw: Bool) -> Member {
    if let size = stated, size > limits.memberBytes {
      if size > allowance { return end(.expandsTooMuch(limit: whole)) }
      // What is skipped must be unpacked all the same.
      allowance -= size
      return Member(name: place, bytes: [], refusal: .tooLarge(bytes: size, limit: limits.memberBytes))
    }
    let limit = min(limits.memberBytes, allowance)
    let (bytes, problem) = file.content(limit: limit)
    guard bytes.count <= limit else {
      if limit == allowance { return end(.expandsTooMuch(limit: whole)) }
      // The archive lies, or says nothing: nobody knows how much is left to skip.
      state = .ended
      return Member(name: place, bytes: [], refusal: .tooLarge(bytes: bytes.count, limit: limits.memberBytes))
    }
    allowance -= bytes.count
    count += isRaw ? 1 : 0
    var member = Member(name: place, bytes: bytes)
    if let problem {
      if bytes.isEmpty { member.refusal = .brokenArchive(problem) }
      member.diagnostics = [
        Diagnostic(
          .warning,
          "unpack.truncated",
          "the file could be unpacked only as far as byte \(bytes.count): \(problem)",
          at: .init(file: place, line: 1)
        )
      ]
    }
    guard !isRaw, Packing(bytes) != nil else {
      if isRaw, Packing(bytes) != nil { member.refusal = .nestedArchive }
      return member
    }
    return unpacked(member)
  }

  /// The content of a compressed file inside an archive.
  private func unpacked(_ member: Member) -> Member {
    let inner = Unpacking(member.bytes, name: member.name, limits: limits, opensArchives: false)
    inner.allowance = min(inner.allowance, allowance)
    guard var first = inner.next() else { return member }
    allowance = max(0, allowance - first.bytes.count)
    first.diagnostics = member.diagnostics + first.diagnostics
    return first
  }
}
