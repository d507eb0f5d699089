import KoineEntities
import KoineLexicon
import SystemPackage

/// Pairs of names a second on one thread, with taking both names apart and without; the names are made up.
enum MatchingSuite: Suite {
  static let name = "match"

  static func benchmarks() throws -> [Benchmark] {
    let cache = try Resources.scratch("lexicons").string
    let store = LexiconStore(directory: Resources.root.appending("Lexicons").string, cache: cache)
    let matcher = try NameMatcher(store: store)
    var made = MadeNames()
    let organizations = made.pairs(4_000) { $0.organization() }
    let persons = made.pairs(4_000) { $0.person() }
    let chinese = made.pairs(1_000) { $0.chinese() }
    let prepared = organizations.map { (matcher.prepared($0.0), matcher.prepared($0.1)) }
    return [
      benchmark("match/organizations", matcher, organizations, .organization, bar: .figure(300)),
      Benchmark(
        "match/organizations taken apart",
        .thousand,
        amount: prepared.count,
        run: { for pair in prepared { keep(matcher.score(pair.0, pair.1)) } }
      ),
      Benchmark(
        "match/take apart",
        .thousand,
        amount: organizations.count,
        run: { for pair in organizations { keep(matcher.prepared(pair.0)) } }
      ),
      benchmark("match/persons", matcher, persons, .person),
      benchmark("match/chinese and english", matcher, chinese, .organization),
    ]
  }

  private static func benchmark(
    _ name: String,
    _ matcher: NameMatcher,
    _ pairs: [(String, String)],
    _ type: EntityType,
    bar: Benchmark.Bar? = nil
  ) -> Benchmark {
    Benchmark(
      name,
      .thousand,
      amount: pairs.count,
      bar: bar,
      run: { for pair in pairs { keep(matcher.score(pair.0, pair.1, type: type)) } }
    )
  }
}

/// Names that nobody bears, the same in every run.
private struct MadeNames {
  private var numbers = Numbers(state: 77)

  private mutating func pick<T>(_ list: [T]) -> T { list[Int(numbers.next() % UInt64(list.count))] }

  private mutating func chance(_ percent: UInt64) -> Bool { numbers.next() % 100 < percent }

  private mutating func word() -> String {
    var word = ""
    for _ in 0..<(2 + Int(numbers.next() % 3)) {
      word += pick(["b", "d", "f", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "br", "st", "tr"])
      word += pick(["a", "e", "i", "o", "u", "ia", "ea"])
    }
    return word.prefix(1).uppercased() + word.dropFirst() + pick(["", "n", "r", "s", "x"])
  }

  mutating func organization() -> String {
    var words = [word()]
    if chance(35) { words.append(word()) }
    let fields = [
      "Semiconductor", "Steel", "Bank", "Energy", "Logistics", "Technologies", "Pharma", "Systems", "Mining", "Foods",
    ]
    if chance(75) { words.append(pick(fields)) }
    if chance(30) { words.append(pick(fields)) }
    if chance(12) { words.append(pick(["Italia", "Japan", "Shanghai", "Berlin", "Texas"])) }
    if chance(70) { words.append(pick(["Inc.", "Ltd.", "Co., Ltd.", "GmbH", "S.p.A.", "AG", "LLC", "Corporation"])) }
    return words.joined(separator: " ")
  }

  mutating func person() -> String {
    pick(["Marco", "Anna", "John", "Wei", "Maria", "Peter", "Ivan", "Elena", "Thomas", word()]) + " " + word()
  }

  mutating func chinese() -> String {
    if chance(50) { return organization() }
    return pick(["深圳", "上海", "北京", "山东", "江苏"]) + pick(["华", "天", "金", "海", "东"]) + pick(["宏", "达", "源", "盛", "科"])
      + pick(["半导体", "钢铁", "科技", "新材料", "电子", "能源"]) + pick(["有限公司", "股份有限公司", "集团", ""])
  }

  /// Pairs of which three in ten are a name and the same with a letter more, in capitals or without its last word.
  mutating func pairs(_ count: Int, _ name: (inout MadeNames) -> String) -> [(String, String)] {
    (0..<count).map { _ in
      let one = name(&self)
      guard chance(30) else { return (one, name(&self)) }
      let variants = [one.uppercased(), one + "e", one.split(separator: " ").dropLast().joined(separator: " ")]
      return (one, pick(variants))
    }
  }
}
