/// Adds what an earlier list observed to what is observed now.
enum EarlierList {
  /// Returns the observations of both; a document that is observed again counts once, as it is now.
  static func joined(_ observations: [NameObservation], with earlier: [CanonicalName]) -> [NameObservation] {
    guard !earlier.isEmpty else { return observations }
    var again: Set<String> = []
    for observation in observations { if let document = observation.document { again.insert(document) } }
    var all = observations
    for (number, entry) in earlier.enumerated() {
      func observation(_ name: String, _ count: Int, _ place: NamePlace?, isFormer: Bool) -> NameObservation {
        var new = NameObservation(name: name, type: entry.type, count: count, document: place?.document, place: place)
        new.relation = isFormer ? .former : nil
        new.tickers = entry.tickers
        new.earlier = Int32(number)
        return new
      }
      for variant in entry.names {
        var rest = variant.count
        for place in variant.places {
          rest -= 1
          if again.contains(place.document) { continue }
          all.append(observation(variant.name, 1, place, isFormer: variant.isFormer))
        }
        // Names of lists have no places; they are kept even when they count nothing.
        if rest > 0 || variant.places.isEmpty {
          all.append(observation(variant.name, max(0, rest), nil, isFormer: variant.isFormer))
        }
      }
    }
    return all
  }

  /// Which entry a name of a run belongs to, where there is only one.
  struct Index {
    private struct Key: Hashable {
      var name: String
      var type: EntityType?
    }

    private var entries: [Key: Int32] = [:]

    init(_ earlier: [CanonicalName]) {
      for (number, entry) in earlier.enumerated() {
        for variant in entry.names {
          let key = Key(name: variant.name, type: entry.type)
          if let known = entries[key], known != Int32(number) {
            entries[key] = -1
          } else {
            entries[key] = Int32(number)
          }
        }
      }
    }

    /// The entry's number, or -1.
    func entry(of name: String, type: EntityType?) -> Int32 {
      entries.isEmpty ? -1 : entries[Key(name: name, type: type)] ?? -1
    }
  }
}
