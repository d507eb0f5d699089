import KoinePipeline

/// The counts of a run in the text format of Prometheus, for a collector that reads files.
///
/// Source: Prometheus exposition formats, text format 0.0.4.
struct MetricsText {
  let text: String

  init(_ summary: BatchSummary, pipeline: String) {
    let label = "pipeline=\"\(Self.escaped(pipeline))\""
    var text = ""
    func family(_ name: String, _ help: String, _ samples: [(label: String?, value: String)]) {
      text += "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
      for sample in samples { text += "\(name){\(label)\(sample.label.map { ",\($0)" } ?? "")} \(sample.value)\n" }
    }
    let (files, documents) = (summary.files, summary.documents)
    family(
      "koine_batch_files",
      "Files of the last run.",
      [
        ("state=\"found\"", String(files.found)), ("state=\"done\"", String(files.done)),
        ("state=\"unchanged\"", String(files.kept)), ("state=\"deleted\"", String(summary.deleted.count)),
        ("state=\"skipped\"", String(summary.skipped.count)),
      ]
    )
    family(
      "koine_batch_documents",
      "Documents of the last run.",
      [
        ("state=\"read\"", String(documents.read)), ("state=\"processed\"", String(documents.processed)),
        ("state=\"unchanged\"", String(documents.reused)), ("state=\"failed\"", String(documents.failed)),
      ]
    )
    family("koine_batch_seconds", "How long the last run took.", [(nil, String(summary.seconds / .seconds(1)))])
    family(
      "koine_batch_interrupted",
      "Whether the last run was stopped before its end.",
      [(nil, summary.isInterrupted ? "1" : "0")]
    )
    self.text = text
  }

  private static func escaped(_ value: String) -> String {
    value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
