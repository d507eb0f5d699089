import KoineBatch
import Testing
