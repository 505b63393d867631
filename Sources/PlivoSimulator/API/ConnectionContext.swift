package import Hummingbird
package import NIOCore

/// What a request knows of its connection: enough to cut it.
package struct ConnectionContext: InitializableFromSource {
    package let channel: any Channel

    package init(source: ApplicationRequestContextSource) {
        channel = source.channel
    }
}
