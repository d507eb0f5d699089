import KoinePipeline
import Testing
