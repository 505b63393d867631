import CampaignFiles
import DialerCore
import Testing

@Suite struct HeaderTests {
    @Test(arguments: [
        "to", "phone", "phone_number", "number", "mobile", "destination", "TO", "Phone_Number", " Mobile ",
        "\"number\"",
    ])
    func eachNameOfTheDestinationIsKnown(name: String) throws {
        let reading = try Reading("first,\(name),last\nAnn,14155550100,Lee\n")
        #expect(reading.columns == ["first", "last"])
        #expect(reading.summary == ["2 14155550100 Ann|Lee"])
    }

    @Test func anExactToWinsOverItsAliases() throws {
        let reading = try Reading("phone,To,mobile\n14155550101,14155550100,14155550102\n")
        #expect(reading.columns == ["phone", "mobile"])
        #expect(reading.summary == ["2 14155550100 14155550101|14155550102"])
    }

    @Test func everyColumnHasANameOfItsOwn() throws {
        let reading = try Reading("to,city,,city,city_2,,city\n14155550100,a,b,c,d,e,f\n")
        #expect(reading.columns == ["city", "column_3", "city_3", "city_2", "column_6", "city_4"])
        #expect(reading.contacts.first?.values == ["a", "b", "c", "d", "e", "f"])
    }

    @Test(arguments: [
        ("to,name\n1415,555\n14155550100,Ann", ","), ("to;name;note\n14155550100;Ann;a,b,c,d", ";"),
        ("name\tto\n\"a,b;c\"\t14155550100", "\t"), ("to|name\n14155550100|Ann", "|"),
        ("to,note;phone\n14155550100,x\n14155550101,y", ","), ("a,b,c;to\n1,2,3;14155550100", ";"),
        ("\"to;x\",to\n1,14155550100", ","), ("to\n14155550100", ","),
        ("name;to\n\"line\none, two\";14155550100\n", ";"),
    ])
    func theDelimiterIsFoundByLooking(text: String, delimiter: String) throws {
        let header = text.prefix { $0 != "\n" }
        let reading = try Reading(text)
        #expect(reading.columns.count == header.count { String($0) == delimiter })
        #expect(!reading.contacts.isEmpty)
    }

    @Test func columnsNamedLikeArgumentsOverrideThem() throws {
        let reading = try Reading(
            """
            to,From,ring_timeout,answer_url,name
            14155550100,+14155550199,30,https://example.com/1,Ann
            14155550101,, ,,Bob
            14155550102,555,,,Cy
            14155550103,,0,,Di
            14155550104,,,example.com,Ed
            """
        )
        let overrides: CallArguments = [
            .from: .text("14155550199"), .ringTimeout: .integer(30), .answerURL: .text("https://example.com/1"),
        ]
        #expect(reading.contacts.map(\.overrides) == [overrides, [:]])
        #expect(reading.contacts[0].values == ["+14155550199", "30", "https://example.com/1", "Ann"])
        #expect(reading.rejects.map(\.column) == ["From", "ring_timeout", "answer_url"])
        #expect(reading.rejects.map(\.value) == ["555", "0", "example.com"])
        #expect(reading.rejects[1].reason == "ring_timeout must be a whole number, 1 or more")
    }

    @Test func theOnlyCallerIDIsNotCalled() throws {
        let text = "to,from\n14155550100,\n14155550101,\n14155550101,14155550101\n14155550100,14155550102\n"
        #expect(try Reading(text, callerIDs: ["14155550100"]).rejects.map(\.row) == [2, 4])
        #expect(
            try Reading(text, callerIDs: ["14155550100", "14155550102"]).rejects.map(\.row) == [4],
            "the pool has another"
        )
    }

    @Test(arguments: [
        ("", "The file is empty: it needs a header row and at least one row."),
        ("\u{FEFF}", "The file is empty"),
        ("\n \n\r\n", "The file has no row: it needs a header row and at least one row below it."),
        ("to,name\n", "The file has a header but no row below it."),
        ("to,name\n\n\n", "The file has a header but no row below it."),
        (
            "name,city\nAnn,Berlin\n",
            "no column named \(CSVHeader.destinationNamesText); it has: name, city."
        ),
        ("14155550100\n14155550101\n", "no column named to"),
        (
            "phone,mobile\n1,2\n",
            "more than one column of destinations (phone, mobile): rename all but the one to be called."
        ),
        ("to,TO\n1,2\n", "more than one column of destinations (to, TO)"),
        (
            "to,\"name\nx\n",
            "The header row on line 1 cannot be read: a quote that opens a field on line 1 is not closed"
        ),
        ("PK\u{3}\u{4}rest", "The file is a spreadsheet (.xlsx, .ods) or a ZIP archive: save it as CSV."),
        ("%PDF-1.7", "The file is a PDF"),
        ("to\n\u{1}\u{2}\u{3}\u{4}\n", "The file is not text"),
        ("t\0o\0\n\01\04\0", "The file is not text"),
        ("to" + String(repeating: ",x", count: 1000) + "\n1\n", "The header has 1001 columns: at most 1000 are read."),
    ])
    func aFileThatCannotBeACampaignIsRefused(text: String, expected: String) throws {
        let problems = try Reading.refusal(text.utf8)
        #expect(problems.count == 1 && problems[0].contains(expected), "\(problems)")
    }

    @Test func aRefusalHasAllProblems() throws {
        #expect(try Reading.refusal("name,from,FROM\nAnn,1,2\n".utf8).count == 2)
    }
}
