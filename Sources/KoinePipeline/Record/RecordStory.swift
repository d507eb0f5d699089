public import KoineDocuments

extension Record {
  /// Returns a record made before its story was known, with the story in its place; a record that has no such place stays as it is.
  public static func line(_ line: [UInt8], withStory story: Story) -> [UInt8] {
    // Inside a JSON string every quotation mark has a backslash before it, so only the member itself can look like this.
    let blank = Array(",\"story\":null,".utf8)
    var start = line.count - blank.count
    while start >= 0, line[start] != blank[0] || !line[start...].starts(with: blank) { start -= 1 }
    guard start >= 0 else { return line }
    var result = Array(line[..<start])
    result.append(contentsOf: ",\"story\":".utf8)
    story.json.write(to: &result)
    result.append(contentsOf: line[(start + blank.count - 1)...])
    return result
  }
}

extension Story {
  fileprivate var json: JSONValue {
    [
      "id": .string(id), "duplicate_of": .optional(duplicateOf), "reason": .optional(reason),
      "similar": .strings(similar),
    ]
  }
}
