import Synchronization

/// Memory for comparisons, handed out to one at a time and used again.
final class Workspaces: Sendable {
  /// What one comparison of organizations needs.
  struct Workspace: Sendable {
    private(set) var one = PreparedName()
    private(set) var two = PreparedName()
    private var preparing = NamePreparer.Workspace()

    mutating func prepare(_ a: String, _ b: String, with preparer: NamePreparer) {
      preparer.prepare(a.utf8Span.span, in: &preparing, into: &one)
      preparer.prepare(b.utf8Span.span, in: &preparing, into: &two)
      one.text = a
      two.text = b
    }
  }

  private let free = Mutex<[Workspace]>([])

  /// Calls `body` with memory that no one else uses meanwhile.
  func use<R>(_ body: (inout Workspace) -> R) -> R {
    var workspace = free.withLock { $0.popLast() } ?? Workspace()
    let result = body(&workspace)
    free.withLock { $0.append(workspace) }
    return result
  }
}
