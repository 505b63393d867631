/// The file has changed since it was opened. The rows read so far must be discarded; the file can be read again.
package struct CampaignFileChanged: Error, Hashable, Sendable, CustomStringConvertible {
    package init() {}

    package var description: String { "The file changed while it was read." }
}
