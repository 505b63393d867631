import PlivoSimulator
import Testing

@Suite struct AnswerXMLTests {
    @Test(arguments: [
        "<Response/>", "<Response></Response>",
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Response><Hangup/></Response>\n",
        "\u{feff}<?xml version='1.0'?><!-- hello --><Response ><Speak>x</Speak></Response>",
    ])
    func isPlausible(text: String) {
        #expect(AnswerXML.isPlausible(text.utf8))
    }

    @Test(arguments: [
        "", "ok", "{}", "<html></html>", "<Response>", "<Responses/>", "<Response", "<?xml", "<!-- <Response/>",
    ])
    func isNotPlausible(text: String) {
        #expect(!AnswerXML.isPlausible(text.utf8))
    }

    @Test func longXMLIsNotPlausible() {
        let text = "<Response>\(String(repeating: " ", count: AnswerXML.maximumBytes))</Response>"
        #expect(!AnswerXML.isPlausible(text.utf8))
    }
}
