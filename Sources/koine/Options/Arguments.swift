public import ArgumentParser
public import KoineDocuments
public import KoinePipeline

extension InputType: ExpressibleByArgument {}
extension RecordFormat: ExpressibleByArgument {}
