import Foundation
import PlivoSimulator
import Testing

@Suite struct JSONObjectTests {
    @Test func writesAndEscapes() {
        let json: JSONObject = [
            "a": "\"\\\n\u{1}&<é", "b": nil, "c": 3, "d": [Samples.uuid(1), Samples.uuid(2)],
        ]
        #expect(
            json.json
                == #"{"a":"\"\\\n\u0001\u0026\u003cé","b":null,"c":3,"d":["00000000-0000-0000-0000-000000000001","#
                + #""00000000-0000-0000-0000-000000000002"]}"#
        )
    }

    @Test func readsTheTypesOfABody() throws {
        let text = #"{"s":"1","i":1,"b":true,"n":null,"f":1.5,"a":[1],"o":{"x":1}}"#
        let members = try JSONDecoder().decode([String: JSONValue].self, from: Data(text.utf8))
        #expect(
            members == [
                "s": .string("1"), "i": .integer(1), "b": .boolean(true), "n": .null, "f": .other, "a": .other,
                "o": .other,
            ]
        )
    }
}
