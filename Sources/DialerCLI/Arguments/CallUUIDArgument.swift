import ArgumentParser
import DialerCore
import DialerDaemon
import HTTPClient
import PlivoAPI

/// The call on which a `dialerd call` subcommand acts.
struct CallUUIDArgument: ParsableArguments {
    @OptionGroup var configurationOption: ConfigurationOption

    @Argument(help: "The UUID that Plivo gave the call.")
    var callUUID: String

    /// - Returns: the call's UUID, and a client for the configured account.
    /// - Throws: ``Failure`` for a text that is not a UUID. Such a text must never reach Plivo: a DELETE without a UUID
    ///   ends every call.
    func open() throws -> (uuid: CallUUID, plivo: PlivoClient) {
        guard let uuid = CallUUID(callUUID) else {
            throw Failure(
                "\"\(callUUID)\" is no call UUID, such as eac94337-b1cd-499b-82d1-b39bca50dc31: "
                    + "dialerd explain NUMBER lists the UUIDs of a number's calls",
                code: .usage
            )
        }
        let configuration = try configurationOption.load(needsToken: true)
        return (uuid, PlivoClient(configuration, transport: try HTTPTransport(configuration)))
    }
}
