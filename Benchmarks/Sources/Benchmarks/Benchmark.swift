/// One thing to measure, and what it is measured beside.
struct Benchmark {
  /// Part by part, from the general to the special, such as `nfc/italian`.
  let name: String
  /// What `amount` counts, a second.
  let unit: Unit
  /// How much one run does, in bytes or in pieces.
  let amount: Int
  /// The figure that must be reached, in the unit, or as a share of the peer's.
  let bar: Bar?
  /// Koine's run.
  let run: () -> Void
  /// The peer's name and run.
  let peer: (name: String, run: () -> Void)?

  /// A unit of speed.
  enum Unit: String {
    case megabytes = "MB/s"
    case thousandSentences = "k sentences/s"
    case thousand = "k/s"
    case pages = "pages/s"

    var scale: Double {
      switch self {
      case .megabytes: 1e6
      case .thousandSentences, .thousand: 1e3
      case .pages: 1
      }
    }
  }

  /// What must be reached.
  enum Bar {
    case figure(Double)
    case shareOfPeer(Double)
  }

  init(
    _ name: String,
    _ unit: Unit = .megabytes,
    amount: Int,
    bar: Bar? = nil,
    run: @escaping () -> Void,
    peer: (name: String, run: () -> Void)? = nil
  ) {
    self.name = name
    self.unit = unit
    self.amount = amount
    self.bar = bar
    self.run = run
    self.peer = peer
  }
}

/// Benchmarks that belong together; a file of its own each.
protocol Suite {
  /// The first part of the names.
  static var name: String { get }
  /// Makes the benchmarks; texts are made here, not while the clock runs.
  static func benchmarks() throws -> [Benchmark]
}

/// Takes a result, so that the work for it is not left out.
@inline(never)
func keep<T>(_ value: T) {}
