/// Prints measurements as they come, as a table for people or as tab-separated values.
struct Report {
  enum Format: String {
    case table, tsv
  }

  let format: Format

  func header() {
    switch format {
    case .table:
      print(
        pad("what", 34) + pad("unit", 15) + pad("Koine", 10, right: true) + pad("peer", 10, right: true)
          + pad("ratio", 7, right: true) + "  " + pad("bar", 12) + "peer is"
      )
    case .tsv: print("what\tunit\tkoine\tpeer\tratio\tbar\treached\tpeer_is")
    }
  }

  func line(_ measurement: Measurement) {
    let benchmark = measurement.benchmark
    let bar =
      switch benchmark.bar {
      case .figure(let figure): number(figure)
      case .shareOfPeer(let share): "\(number(share * 100)) %"
      case nil: ""
      }
    let peer = measurement.peer.map(number) ?? ""
    let ratio = measurement.ratio.map { hundredths($0) } ?? ""
    let mark = measurement.isReached.map { $0 ? " ✓" : " ✗" } ?? ""
    switch format {
    case .table:
      print(
        pad(benchmark.name, 34) + pad(benchmark.unit.rawValue, 15) + pad(number(measurement.koine), 10, right: true)
          + pad(peer, 10, right: true) + pad(ratio, 7, right: true) + "  " + pad(bar + mark, 12)
          + (benchmark.peer?.name ?? "")
      )
    case .tsv:
      let reached = measurement.isReached.map { $0 ? "yes" : "no" } ?? ""
      let fields = [
        benchmark.name, benchmark.unit.rawValue, number(measurement.koine), peer, ratio, bar, reached,
        benchmark.peer?.name ?? "",
      ]
      print(fields.joined(separator: "\t"))
    }
  }

  /// A line beside the measurements.
  func note(_ name: String, _ value: Double, _ unit: String) {
    switch format {
    case .table: print(pad(name, 34) + pad(unit, 15) + pad(number(value), 10, right: true))
    case .tsv: print("\(name)\t\(unit)\t\(number(value))\t\t\t\t\t")
    }
  }

  private func number(_ value: Double) -> String {
    value >= 100 ? "\(Int(value.rounded()))" : value >= 10 ? "\((value * 10).rounded() / 10)" : hundredths(value)
  }

  private func hundredths(_ value: Double) -> String {
    let cents = Int((value * 100).rounded())
    return "\(cents / 100).\(cents % 100 < 10 ? "0" : "")\(cents % 100)"
  }

  private func pad(_ text: String, _ width: Int, right: Bool = false) -> String {
    let space = String(repeating: " ", count: max(right ? 1 : 0, width - text.count))
    return right ? space + text : text + space
  }
}
