import KoineSummary
import Testing
