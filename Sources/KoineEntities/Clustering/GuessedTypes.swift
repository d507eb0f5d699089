/// Sets types that were guessed in one document right by what other documents know of the same name.
enum GuessedTypes {
  /// Below this a type is a guess: from the words around a name, or from its capitals alone.
  private static let guess = 0.8
  /// The same for a single word, which may well be a surname in one text and a company in another.
  private static let guessOfOneWord = 0.6
  /// From this on a type is known: by a legal form, a first name, a registry, or a full name given before.
  private static let known = 0.8

  /// Returns the observations in their order.
  static func settled(_ observations: [NameObservation]) -> [NameObservation] {
    guard observations.contains(where: { $0.confidence < guess && $0.id == nil }) else { return observations }
    var types: [String: EntityType] = [:]
    var isShared: Set<String> = []
    for observation in observations where observation.confidence >= known {
      guard let type = observation.type else { continue }
      for name in [observation.name, observation.fullName].compactMap({ $0?.lowercased() }) {
        if let other = types[name], other != type { isShared.insert(name) }
        types[name] = type
      }
    }
    return observations.map { observation in
      let isAcronym = observation.name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
      let limit = isAcronym || observation.name.contains(" ") ? guess : guessOfOneWord
      guard observation.confidence < limit, observation.id == nil else { return observation }
      let name = observation.name.lowercased()
      guard let type = types[name], !isShared.contains(name) else { return observation }
      var observation = observation
      observation.type = type
      return observation
    }
  }
}
