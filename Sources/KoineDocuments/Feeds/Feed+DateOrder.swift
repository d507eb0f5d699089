import KoineText

extension Feed {
  /// Reads dates such as `03/04/2025` where other items of the feed say which number is which, and says so.
  ///
  /// All dates that can be read in one way only must agree on the order; one that differs decides for none.
  mutating func decideDateOrder(file: String) {
    // Nearly always every date is clear, and none has to be read again.
    guard DateOrderWitness.isUnclear(items) else { return }
    var witness = DateOrderWitness()
    witness.look(at: items)
    witness.decide(&items, file: file)
  }
}

/// The order of day and month that the dates of an input agree on.
struct DateOrderWitness {
  private var witness: (order: FeedDate.Order, text: String)?
  private var isContradicted = false

  /// Whether an item has a date that could not be read.
  static func isUnclear(_ items: [FeedItem]) -> Bool {
    items.contains {
      $0.datePublished == nil && $0.datePublishedText != nil || $0.dateModified == nil && $0.dateModifiedText != nil
    }
  }

  /// Looks for dates that can be read in one order only.
  mutating func look(at items: [FeedItem]) {
    for item in items where !isContradicted {
      for text in [item.datePublishedText, item.dateModifiedText] {
        guard let text, let order = FeedDate.order(in: text) else { continue }
        if let witness, witness.order != order { isContradicted = true }
        witness = witness ?? (order, text)
      }
    }
  }

  /// Reads the dates that could not be read, if all others agree.
  func decide(_ items: inout [FeedItem], file: String) {
    guard let witness, !isContradicted else { return }
    for index in items.indices {
      var decided: [String] = []
      if items[index].datePublished == nil, let text = items[index].datePublishedText,
        let date = FeedDate(text, order: witness.order)
      {
        items[index].datePublished = date.rfc3339
        decided.append(text)
      }
      if items[index].dateModified == nil, let text = items[index].dateModifiedText,
        let date = FeedDate(text, order: witness.order)
      {
        items[index].dateModified = date.rfc3339
        decided.append(text)
      }
      if decided.isEmpty { continue }
      items[index].diagnostics.removeAll { diagnostic in
        diagnostic.code == "feed.date-unclear" && decided.contains { diagnostic.message.contains("'\($0.prefix(80))'") }
      }
      let order =
        switch witness.order {
        case .dayFirst: "day"
        case .monthFirst: "month"
        case .yearFirst: "year"
        }
      items[index].diagnostics.append(
        Diagnostic(
          .note,
          "feed.date-order",
          "'\(decided[0].prefix(80))' is read with the \(order) first, as '\(witness.text.prefix(80))' of the same feed must be",
          at: .init(file: file, line: items[index].line)
        )
      )
    }
  }
}
