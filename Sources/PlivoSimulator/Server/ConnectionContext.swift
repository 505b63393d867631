import Hummingbird
import NIOCore

/// Gives a request access to its connection, so that the fault `answer-lost` can close it.
struct ConnectionContext: InitializableFromSource {
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}
