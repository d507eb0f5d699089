import KoineText

/// An input that can be read from its start as often as is needed, without being in memory.
public protocol ByteSource: Sendable {
  /// How many bytes there are.
  var count: Int { get }

  /// Starts at the first byte.
  ///
  /// - Throws: `ReadError.unreadable` or `ReadError.changed`.
  func open() throws(ReadError) -> any ByteStream
}

/// The bytes of an input one after the other.
public protocol ByteStream: AnyObject {
  /// Returns the next bytes, at most `count` of them; none at the end only.
  ///
  /// - Throws: `ReadError.unreadable` or `ReadError.changed`.
  func read(_ count: Int) throws(ReadError) -> [UInt8]
}

extension ByteStream {
  /// Returns the next bytes: exactly `count`, or what is left.
  func readAll(_ count: Int) throws(ReadError) -> [UInt8] {
    var bytes = try read(count)
    while bytes.count < count {
      let more = try read(count - bytes.count)
      if more.isEmpty { break }
      bytes.append(contentsOf: more)
    }
    return bytes
  }
}

/// Bytes that are in memory.
public struct BytesSource: ByteSource {
  /// The bytes.
  public let bytes: [UInt8]

  /// Takes bytes.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// How many bytes there are.
  public var count: Int { bytes.count }

  /// Starts at the first byte.
  public func open() -> any ByteStream { Stream(bytes) }

  private final class Stream: ByteStream {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    func read(_ count: Int) -> [UInt8] {
      let next = Array(rest.prefix(count))
      rest = rest.dropFirst(next.count)
      return next
    }
  }
}

/// A stream that takes the hash of what goes through it.
final class HashingStream: ByteStream {
  private let stream: any ByteStream
  private var head: ArraySlice<UInt8>
  private var hash = SHA256()
  private var digest: String?

  /// Gives `head`, which has been read of the stream already, and goes on behind it.
  init(_ stream: any ByteStream, after head: [UInt8] = []) {
    self.stream = stream
    self.head = head[...]
  }

  func read(_ count: Int) throws(ReadError) -> [UInt8] {
    let bytes = head.isEmpty ? try stream.read(count) : Array(head.prefix(count))
    head = head.dropFirst(bytes.count)
    hash.update(bytes)
    return bytes
  }

  /// Reads what is left and returns the hash of everything, in hexadecimal digits.
  func finish() throws(ReadError) -> String {
    if let digest { return digest }
    while try !read(1 << 20).isEmpty {}
    let digest = hash.finish()
    self.digest = digest
    return digest
  }
}

extension ByteSource {
  /// The SHA-256 of all bytes in hexadecimal digits.
  ///
  /// - Throws: `ReadError.unreadable` or `ReadError.changed`.
  public func sha256() throws(ReadError) -> String { try HashingStream(open()).finish() }
}
