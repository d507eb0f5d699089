extension StageRegistry {
  /// Every stage that Koine brings.
  public static var standard: StageRegistry {
    StageRegistry()
  }
}
