import ArgumentParser
import DialerCore
import DialerDaemon
import HTTPClient
import PlivoAPI

/// The one call that a subcommand is about, and Plivo to ask about it.
struct CallChoice: ParsableArguments {
    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "The UUID that Plivo gave the call.")
    var callUUID: String

    /// - Throws: ``Failure`` for what is no UUID, which never reaches Plivo: a DELETE without one ends every call.
    func open() throws -> (uuid: CallUUID, plivo: PlivoClient) {
        guard let uuid = CallUUID(callUUID) else {
            throw Failure(
                "\"\(callUUID)\" is no call UUID, such as eac94337-b1cd-499b-82d1-b39bca50dc31: "
                    + "dialerd explain NUMBER names those of a number",
                code: .usage
            )
        }
        let configuration = try configurationOption.load(needsToken: true)
        return (uuid, PlivoClient(configuration, transport: try HTTPTransport(configuration)))
    }
}
