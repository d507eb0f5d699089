extension StageRegistry {
  /// Every stage that Koine brings.
  public static var standard: StageRegistry {
    var registry = StageRegistry()
    registry.register(BoilerplateStage.self)
    registry.register(CleanStage.self)
    registry.register(DetectStage.self)
    registry.register(EntitiesStage.self)
    registry.register(NamesStage.self)
    registry.register(ProjectStage.self)
    registry.register(SegmentStage.self)
    registry.register(StoriesStage.self)
    registry.register(SummarizeStage.self)
    registry.register(TranslateStage.self)
    registry.register(ValuesStage.self)
    return registry
  }
}
