/// What `doctor` prints: lines, or JSON of schema 1 (docs/cli.md, "doctor"). Keys are added, never changed.
struct DoctorReport: Encodable {
    let findings: [Finding]

    /// The worst verdict of the findings.
    var verdict: Finding.Verdict {
        let verdicts = findings.map(\.verdict)
        return [.problem, .warning].first { verdicts.contains($0) } ?? .ok
    }

    /// One line a finding: `warning  clock: 5 s behind Plivo's; remedy: …`.
    var text: String {
        findings.map { finding in
            let verdict = finding.verdict.rawValue
            let margin = String(repeating: " ", count: 9 - verdict.count)
            let remedy = finding.remedy.map { "; remedy: \($0)" } ?? ""
            return "\(verdict)\(margin)\(finding.check.rawValue): \(finding.text)\(remedy)\n"
        }
        .joined()
    }

    private struct Entry: Encodable {
        var check: String
        var verdict: String
        var finding: String
        var remedy: String?

        private enum Key: String, CodingKey {
            case check, verdict, finding, remedy
        }

        /// Encodes a missing remedy as null instead of leaving its key out.
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(check, forKey: .check)
            try container.encode(verdict, forKey: .verdict)
            try container.encode(finding, forKey: .finding)
            try container.encode(remedy, forKey: .remedy)
        }
    }

    private enum Key: String, CodingKey {
        case schema, verdict, findings
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(1, forKey: .schema)
        try container.encode(verdict.rawValue, forKey: .verdict)
        let entries = findings.map {
            Entry(check: $0.check.rawValue, verdict: $0.verdict.rawValue, finding: $0.text, remedy: $0.remedy)
        }
        try container.encode(entries, forKey: .findings)
    }
}
