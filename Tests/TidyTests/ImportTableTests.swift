import Testing

struct ImportTableTests {
    private static let top = "# Title\n\n| module | what | modules | libraries |\n|---|---|---|---|\n"

    @Test func aRowAllowsModulesAndLibraries() throws {
        let table = try ImportTable(
            markdown: Self.top + "| `Core` | `a` | | |\n| `a-b` | | `Core` | `X`, `Y` |\n\n| z |\n"
        )
        #expect(table["Core"] == [] && table["a-b"] == ["Core", "X", "Y"])
        #expect(table["z"] == nil && table["module"] == nil)
    }

    @Test(arguments: [
        "| `Core` | values | |", "| Core | values | | |", "| `Core` | values | Store | |",
        "| `Core` | values | | `GRDB`, Foundation |", "| | values | | |",
    ])
    func aRowThatIsWrongIsNamed(row: String) {
        #expect(throws: ImportTable.Unreadable(line: 5)) { try ImportTable(markdown: Self.top + row) }
    }

    @Test func aManifestTellsItsDependencies() {
        let manifest = Manifest(
            swift: """
                let yams = Target.Dependency.product(name: "Yams", package: "Yams")
                module("Core"),
                module(
                    "Settings",
                    [
                        "Core", yams,
                    ]
                ),
                program("my-program", ["Settings", unknown]),
                """
        )
        #expect(manifest["Core"] == [] && manifest["Settings"] == ["Core", "Yams"])
        #expect(manifest["my-program"] == ["Settings", "unknown"] && manifest["Other"] == nil)
    }
}
