import GRDB
enum X { static let x: DatabaseQueue? = nil }
