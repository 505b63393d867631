/// Sizes of files and disks.
enum ByteCountText {
    /// `48.3 MiB`, or from 1 GiB on `1.2 GiB`.
    static func text(_ bytes: Int64) -> String {
        let (unit, name): (Int64, String) = bytes < 1 << 30 ? (1 << 20, "MiB") : (1 << 30, "GiB")
        let tenths = (bytes / unit) * 10 + (bytes % unit * 10 + unit / 2) / unit
        return "\(tenths / 10).\(tenths % 10) \(name)"
    }
}
