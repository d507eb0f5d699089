#if canImport(Glibc)
import Glibc
#endif

/// What was measured: units a second of the thread's own time, in the median of several rounds.
///
/// The thread's clock stands still while other processes have the processor, so that a busy machine spoils little.
struct Measurement {
  let benchmark: Benchmark
  let koine: Double
  let peer: Double?

  /// Koine's figure as a share of the peer's.
  var ratio: Double? { peer.map { koine / $0 } }

  /// Whether the bar is reached, if there is one.
  var isReached: Bool? {
    switch benchmark.bar {
    case .figure(let figure): koine >= figure
    case .shareOfPeer(let share): ratio.map { $0 >= share }
    case nil: nil
    }
  }

  /// Measures one benchmark: a round of Koine's and a round of the peer's in turn, so that both meet the same machine.
  init(_ benchmark: Benchmark, rounds: Int) {
    self.benchmark = benchmark
    func measure(_ run: () -> Void) -> Double {
      let start = Self.now()
      run()
      return Self.now() - start
    }
    func calls(_ run: () -> Void) -> Int {
      // The first call warms up; then as many calls a round as take 20 milliseconds.
      run()
      return max(1, min(100_000, Int(0.02 / max(measure(run), 5e-8))))
    }
    func seconds(_ calls: Int, _ run: () -> Void) -> Double {
      measure { for _ in 0..<calls { run() } } / Double(calls)
    }
    func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
    let ours = calls(benchmark.run)
    let theirs = benchmark.peer.map { calls($0.run) } ?? 0
    var times: (koine: [Double], peer: [Double]) = ([], [])
    for _ in 0..<rounds {
      times.koine.append(seconds(ours, benchmark.run))
      if let peer = benchmark.peer { times.peer.append(seconds(theirs, peer.run)) }
    }
    let amount = Double(benchmark.amount) / benchmark.unit.scale
    koine = amount / median(times.koine)
    peer = times.peer.isEmpty ? nil : amount / median(times.peer)
  }

  /// The processor time of this thread in seconds.
  private static func now() -> Double {
    var time = timespec()
    _ = unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
