/// How much is taken out of one packed file; what goes beyond is left out and told.
public struct UnpackingLimits: Hashable, Sendable {
  /// The size of one member in bytes, unpacked.
  public var memberBytes: Int
  /// The size of all members together in bytes, unpacked, also of those that are not read.
  public var bytes: Int
  /// How many bytes one packed byte may become, once `freeBytes` have been unpacked.
  public var ratio: Int
  /// The bytes that every file may unpack to, whatever its own size.
  public var freeBytes: Int
  /// How many members one file may have.
  public var members: Int
  /// The length of a member's path in bytes.
  public var pathBytes: Int

  /// Sets limits; the standard ones are far above what archives of feeds and pages need.
  public init(
    memberBytes: Int = 64 << 20,
    bytes: Int = 4 << 30,
    ratio: Int = 200,
    freeBytes: Int = 16 << 20,
    members: Int = 100_000,
    pathBytes: Int = 1024
  ) {
    self.memberBytes = memberBytes
    self.bytes = bytes
    self.ratio = ratio
    self.freeBytes = freeBytes
    self.members = members
    self.pathBytes = pathBytes
  }

  /// How many bytes a file of `count` bytes may unpack to.
  func allowance(for count: Int) -> Int {
    let (scaled, overflow) = count.multipliedReportingOverflow(by: ratio)
    return min(bytes, max(freeBytes, overflow ? bytes : scaled))
  }
}
