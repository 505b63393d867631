import ArgumentParser

/// `--format`: a CSV with a header, or one JSON object a line.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    case csv
    case json
}
