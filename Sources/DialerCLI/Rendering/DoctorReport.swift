/// What `doctor` prints: lines, or JSON of schema 1 (docs/cli.md, "doctor"), whose keys are added, never changed.
struct DoctorReport {
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

    var object: JSONObject {
        [
            "schema": 1, "verdict": verdict.rawValue,
            "findings": findings.map { finding -> JSONObject in
                [
                    "check": finding.check.rawValue, "verdict": finding.verdict.rawValue, "finding": finding.text,
                    "remedy": finding.remedy,
                ]
            },
        ]
    }
}
