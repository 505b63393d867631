import ArgumentParser

struct CallCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "call",
        abstract: "Show, transfer or end one call at Plivo.",
        discussion:
            "Plivo is asked directly, with or without a running daemon. dialerd explain NUMBER lists the UUIDs of calls.",
        subcommands: [CallShowCommand.self, CallTransferCommand.self, CallHangupCommand.self]
    )
}
