/// What was measured: units a second, in the median of several rounds.
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
    let clock = ContinuousClock()
    func calls(_ run: () -> Void) -> Int {
      // The first call warms up; then as many calls a round as take 20 milliseconds.
      run()
      let once = clock.measure(run)
      return max(1, min(100_000, Int(.milliseconds(20) / max(once, .nanoseconds(50)))))
    }
    func seconds(_ calls: Int, _ run: () -> Void) -> Double {
      (clock.measure { for _ in 0..<calls { run() } } / calls) / .seconds(1)
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
}
