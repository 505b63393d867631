import CampaignFiles
import DialerCore
import Testing

@Suite struct CorpusTests {
    @Test(arguments: Corpus.names)
    func aFileIsReadAsExpected(name: String) throws {
        let expected = try Corpus.expectation(name)
        let actual: [String]
        do {
            let reading = try Reading(Corpus.bytes(name))
            #expect(reading.contacts.allSatisfy { $0.values.count == reading.columns.count })
            actual = reading.lines
        } catch let refusal as FileRefusal {
            // A new alias must not change the expectation of every such file.
            actual = refusal.problems.map { "refused: " + $0.replacing(CSVHeader.destinationNamesText, with: "…") }
        }
        if actual != expected {
            Issue.record("Corpus/\(name).csv:\n\(Self.difference(from: expected, to: actual))")
        }
    }

    @Test func everyFileHasItsExpectation() throws {
        #expect(Corpus.names == Corpus.expectations)
        #expect(Corpus.names.count >= 60)
        for name in Corpus.names { #expect(try Corpus.bytes(name).count <= 8192, "\(name)") }
    }

    /// The lines that differ: `-` is expected, `+` is what was read.
    private static func difference(from expected: [String], to actual: [String]) -> String {
        let difference = actual.difference(from: expected)
        return (difference.removals + difference.insertions)
            .map { change in
                switch change {
                case .remove(_, let line, _): "- \(line)"
                case .insert(_, let line, _): "+ \(line)"
                }
            }
            .joined(separator: "\n")
    }
}
