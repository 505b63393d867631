import Testing

/// Every citation in a comment leads to a heading of a page in `docs/`.
struct CitationsTests {
    private static let citations = Citations(headings: pages())

    /// Sources and tests but for this target, which has bad citations as examples; the scripts in `.ci`.
    private static let files =
        SourceTree.sources + SourceTree.tests.filter { $0.target != "TidyTests" } + SourceTree.scripts

    @Test func thereIsSomethingToCheck() {
        #expect(Self.citations.headings["plivo.md"]?.contains("Bulk requests and uuids") == true)
        #expect(Self.files.contains { $0.path == ".ci/proxies" })
    }

    @Test(arguments: files)
    func citationsLeadSomewhere(file: SourceTree.File) {
        #expect(Self.citations.broken(in: file.lines) == [])
    }

    @Test(arguments: [
        ("/// Text or a list (docs/plivo.md, \"Callbacks\").", [String]()),
        ("/// As documented (docs/plivo.md, \"Callbacks\" and \"XML\"; docs/plivo.md).", []),
        ("/// Broken over two lines (docs/plivo.md, \"Hanging up\n    /// and canceling\").", []),
        ("/// Printed by docs/plivo.md, \"status --json\".", []),
        ("-- Equal to the other (docs/plivo.md, \"Callback\").", ["docs/plivo.md, \"Callback\""]),
        ("# As docs/plivo.md, \"XML\", \"HTML\" has it.", ["docs/plivo.md, \"XML\", \"HTML\""]),
        ("/// A page that is not there (docs/plivos.md).", ["docs/plivos.md"]),
        (
            "/// A comment in a block of code is no heading (docs/plivo.md, \"Not a heading\").",
            ["docs/plivo.md, \"Not a heading\""]
        ),
        ("/// As documented (interface,\n/// section 4).", ["interface, section"]),
        ("let x = 1  // plivo-facts, 6.5", ["plivo-facts"]),
    ])
    func rule(text: String, bad: [String]) {
        let page = """
            # What Plivo does
            ## Callbacks
            ### XML
            ```
            # Not a heading
            ```
            ## Hanging up and canceling
            ## `status --json`
            """
        let citations = Citations(headings: ["plivo.md": Citations.headings(of: page)])
        #expect(citations.broken(in: text.split(separator: "\n")) == bad)
    }

    private static func pages() -> [String: Set<String>] {
        Dictionary(
            uniqueKeysWithValues: SourceTree.pages.map {
                (String($0.path.dropFirst("docs/".count)), Citations.headings(of: $0.text))
            }
        )
    }

}
