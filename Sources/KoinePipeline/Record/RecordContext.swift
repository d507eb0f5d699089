/// What every record of a run says of how it was made.
public struct RecordContext: Sendable {
  /// The version of the record's shape, as `docs/record.schema.json` describes it.
  public static let schema = 1

  /// The version of Koine.
  public var version: String
  /// The name of the pipeline and the beginning of its hash.
  public var pipeline: String
  /// The hash of each folder of lexicons.
  public var lexicons: [String: String]

  /// Describes a run.
  public init(version: String, pipeline: String, lexicons: [String: String]) {
    self.version = version
    self.pipeline = pipeline
    self.lexicons = lexicons
  }
}
