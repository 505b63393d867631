/// One metric of `GET /metrics`, written in Prometheus' text format 0.0.4.
package struct Metric: Sendable {
    package enum Kind: String, Sendable {
        /// Only grows while the daemon runs. Its name ends in `_total`.
        case counter
        case gauge
    }

    package struct Sample: Sendable {
        /// Labels never have phone numbers, tokens or other texts with many different values.
        package var labels: [String: String]
        package var value: Double

        package init(_ value: Double, labels: [String: String] = [:]) {
            self.value = value
            self.labels = labels
        }
    }

    package var name: String
    package var help: String
    package var kind: Kind
    package var samples: [Sample]

    package init(_ name: String, _ kind: Kind, help: String, samples: [Sample]) {
        self.name = name
        self.kind = kind
        self.help = help
        self.samples = samples
    }

    var text: String {
        let lines = samples.map { sample in
            let labels = sample.labels.sorted { $0.key < $1.key }.map { "\($0.key)=\"\(Self.escaped($0.value))\"" }
            let labelText = labels.isEmpty ? "" : "{\(labels.joined(separator: ","))}"
            return "\(name)\(labelText) \(Self.number(sample.value))\n"
        }
        return "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n" + lines.joined()
    }

    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        return Int64(exactly: value).map { String($0) } ?? String(value)
    }

    private static func escaped(_ value: String) -> String {
        value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
    }
}
