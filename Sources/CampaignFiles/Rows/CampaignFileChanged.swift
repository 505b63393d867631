/// The file has changed since it was opened. The rows that were read must not be kept; the file can be read again.
package struct CampaignFileChanged: Error, Hashable, Sendable, CustomStringConvertible {
    package init() {}

    package var description: String { "The file changed while it was read." }
}
