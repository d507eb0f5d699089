/// Collects the rows of a lexicon and compiles them to the bytes of a `MappedTable`.
///
/// Rows of one key keep the order in which they were added.
public struct TableBuilder: Sendable {
  private struct Row {
    var key: String
    var fields: [String]
    var origin: Origin
  }

  private let columns: Int
  private var rows: [Row] = []
  private var prefixes: Set<String> = []

  /// Starts a table whose rows have `columns` fields.
  public init(columns: Int) { self.columns = columns }

  /// How many rows have been added.
  public var count: Int { rows.count }

  /// Adds a row; missing fields are empty.
  public mutating func add(_ key: String, _ fields: [String], origin: Origin) {
    precondition(fields.count <= columns, "a row has more fields than its table")
    rows.append(Row(key: key, fields: fields, origin: origin))
  }

  /// Makes `key` known without a row, as the beginning of a longer phrase.
  public mutating func addPrefix(_ key: String) { prefixes.insert(key) }

  /// Returns the compiled table.
  public func compiled() -> [UInt8] {
    var heap: [UInt8] = []
    var places: [String: (UInt32, UInt32)] = [:]
    func place(_ text: String) -> (UInt32, UInt32) {
      if let known = places[text] { return known }
      let new = (UInt32(heap.count), UInt32(text.utf8.count))
      heap.append(contentsOf: text.utf8)
      places[text] = new
      return new
    }
    var files: [String: UInt32] = [:]
    var fileList: [(UInt32, UInt32)] = []
    var order: [String: Int] = [:]
    var groups: [(key: String, rows: [Int])] = []
    for (index, row) in rows.enumerated() {
      if let group = order[row.key] {
        groups[group].rows.append(index)
      } else {
        order[row.key] = groups.count
        groups.append((row.key, [index]))
      }
    }
    for prefix in prefixes.sorted() where order[prefix] == nil { groups.append((prefix, [])) }
    var size = 2
    while size < groups.count * 2 { size *= 2 }
    var slots = [Int](repeating: -1, count: size)
    for (index, group) in groups.enumerated() {
      var slot = Int(truncatingIfNeeded: fnv(group.key.utf8Span.span)) & (size - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = index
    }
    var rowBytes: [UInt8] = []
    var firstRow: [Int] = []
    var next = 0
    for group in groups {
      firstRow.append(next)
      next += group.rows.count
      for index in group.rows {
        let row = rows[index]
        let file: UInt32
        if let known = files[row.origin.file] {
          file = known
        } else {
          file = UInt32(fileList.count)
          files[row.origin.file] = file
          fileList.append(place(row.origin.file))
        }
        rowBytes.put(file)
        rowBytes.put(UInt32(row.origin.line))
        for column in 0..<columns {
          let (offset, length) = place(column < row.fields.count ? row.fields[column] : "")
          rowBytes.put(offset)
          rowBytes.put(length)
        }
      }
    }
    var buckets: [UInt8] = []
    for slot in slots {
      guard slot >= 0 else {
        buckets.append(contentsOf: repeatElement(0, count: MappedTable.bucketSize))
        continue
      }
      let group = groups[slot]
      let hash = fnv(group.key.utf8Span.span)
      let (offset, length) = place(group.key)
      buckets.put(UInt32(truncatingIfNeeded: hash))
      buckets.put(UInt32(truncatingIfNeeded: hash >> 32))
      buckets.put(offset)
      buckets.put(length)
      buckets.put(UInt32(firstRow[slot]))
      buckets.put(UInt32(group.rows.count))
    }
    var bytes: [UInt8] = []
    for number in [MappedTable.magic, UInt32(size), UInt32(rows.count), UInt32(columns), UInt32(fileList.count)] {
      bytes.put(number)
    }
    bytes.put(UInt32(heap.count))
    bytes += buckets + rowBytes
    for (offset, length) in fileList {
      bytes.put(offset)
      bytes.put(length)
    }
    return bytes + heap
  }
}

extension [UInt8] {
  fileprivate mutating func put(_ value: UInt32) {
    for shift in [0, 8, 16, 24] as [UInt32] { append(UInt8(truncatingIfNeeded: value >> shift)) }
  }
}
