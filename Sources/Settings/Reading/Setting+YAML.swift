import Yams

extension Setting {
    /// No key needs more fields, and an alias that is repeated often enough could make a section endless.
    private static let mostFields = 16

    init(_ node: Node) {
        self.init(node, depth: 0)
    }

    /// A list may have sections, and lists and sections may have scalars. No key has values at a deeper level.
    private init(_ node: Node, depth: Int) {
        origin = node.mark.map { .line($0.line) } ?? .file
        switch node {
        case .scalar(let scalar):
            let isNothing = scalar.style == .plain && ["", "~", "null", "Null", "NULL"].contains(scalar.string)
            content = isNothing ? .nothing : .text(scalar.string)
        case .sequence(let sequence) where depth == 0:
            content = .list(sequence.map { Setting($0, depth: 1) })
        case .mapping(let mapping) where depth <= 1 && mapping.count <= Self.mostFields:
            var fields: [String: Setting] = [:]
            for (key, value) in mapping { fields[key.scalar?.string ?? ""] = Setting(value, depth: 2) }
            content = .fields(fields)
        case .sequence, .mapping, .alias:
            content = .structure
        }
    }
}
