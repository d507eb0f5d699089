import KoinePipeline

/// Where Koine's own files are.
enum Installation {
  /// The folder of lexicons: the one asked for, the one in the environment, the one installed, that of the checkout.
  static func lexicons(_ asked: String?) throws -> String {
    try folder("Lexicons", asked: asked, variable: "KOINE_LEXICONS", option: "--lexicons")
  }

  /// The folder of pipelines.
  static func pipelines() throws -> String {
    try folder("Pipelines", asked: nil, variable: "KOINE_PIPELINES", option: "KOINE_PIPELINES")
  }

  /// The folder for compiled lexicons, if the user has one.
  static var cache: String? {
    Environment.variable("KOINE_CACHE") ?? Environment.variable("XDG_CACHE_HOME").map { "\($0)/koine" }
      ?? Environment.variable("HOME").map { "\($0)/.cache/koine" }
  }

  private static func folder(_ name: String, asked: String?, variable: String, option: String) throws -> String {
    if let asked = asked ?? Environment.variable(variable) {
      if FileKind(asked) == .folder { return asked }
      throw CommandFailure(.usage, "there is no folder '\(asked)' (\(option))")
    }
    var parts = (Environment.program ?? "").split(separator: "/").dropLast()
    let shared = "/" + parts.dropLast().joined(separator: "/") + "/share/koine/\(name)"
    if FileKind(shared) == .folder { return shared }
    while !parts.isEmpty {
      let root = "/" + parts.joined(separator: "/")
      if FileKind("\(root)/Package.swift") == .file, FileKind("\(root)/\(name)") == .folder { return "\(root)/\(name)" }
      parts.removeLast()
    }
    throw CommandFailure(.usage, "the folder '\(name)' was not found beside the program; name it with \(option)")
  }
}
