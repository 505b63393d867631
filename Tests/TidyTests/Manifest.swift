/// The dependencies of the targets in `Package.swift`, read from its text: `module("Name", ["Other", product])`, whatever
/// the function is called.
struct Manifest {
    private var dependencies: [String: Set<String>] = [:]

    init(swift text: String) {
        var products: [Substring: String] = [:]
        for match in text.matches(of: /let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/) {
            products[match.1] = String(match.2)
        }
        for match in text.matches(of: /\w+\(\s*"([\w-]+)"(?:,\s*\[([^\]]*)\])?/) {
            let words = (match.2 ?? "").split { ", \n".contains($0) }
            dependencies[String(match.1)] = Set(
                words.map { $0.hasPrefix("\"") ? String($0.dropFirst().dropLast()) : products[$0] ?? String($0) }
            )
        }
    }

    /// Nil for a target that is not there. Of a library, the name of the module that is imported.
    subscript(target: String) -> Set<String>? { dependencies[target] }
}
