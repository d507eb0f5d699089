public import ArgumentParser
public import KoineDocuments
public import KoinePipeline
public import KoineTranslation

extension InputType: ExpressibleByArgument {}
extension RecordFormat: ExpressibleByArgument {}
extension NameList.Format: ExpressibleByArgument {}
extension ItalianTranslator.Step: ExpressibleByArgument {}
