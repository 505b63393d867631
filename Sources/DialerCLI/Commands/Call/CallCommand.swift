import ArgumentParser

struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "One call at Plivo: look at it, transfer it, end it.",
        discussion:
            "Plivo is asked directly, with or without a running daemon. dialerd explain NUMBER names the calls.",
        subcommands: [CallShowCommand.self, CallTransferCommand.self, CallHangupCommand.self]
    )
}
