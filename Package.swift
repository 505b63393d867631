// swift-tools-version:6.2

import PackageDescription

/// One set of rules for every target: `docs/architecture.md` says why each is there.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioExtras = Target.Dependency.product(name: "NIOExtras", package: "swift-nio-extras")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A module, in the order in which modules may import each other.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Linked by the toolchain's own linker: what the system's makes is larger, in files and in memory.
func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name,
        dependencies: dependencies,
        swiftSettings: strict,
        linkerSettings: [.unsafeFlags(["-use-ld=lld"])]
    )
}

/// What several targets of tests use. No program depends on it.
func testSupport(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Tests/\(name)", swiftSettings: strict)
}

/// - Parameter files: what the tests read, and the compiler does not.
func tests(_ name: String, _ dependencies: [Target.Dependency], files: [String] = []) -> Target {
    .testTarget(name: name, dependencies: dependencies, exclude: files, swiftSettings: strict)
}

let package = Package(
    name: "dialerd",
    products: [
        .executable(name: "dialerd", targets: ["dialerd"]),
        .executable(name: "plivo-simulator", targets: ["plivo-simulator"]),
    ],
    traits: [
        .trait(
            name: "Mutants",
            description: "Known-bad variants, switched on one at a time, that the simulation must catch"
        )
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),

        module("DialerCore"),
        module("DialerStore", ["DialerCore", grdb]),
        module("DialerEngine", ["DialerCore", "DialerStore"]),
        module("Settings", ["DialerCore", yams]),
        module("CampaignFiles", ["DialerCore", "Settings", crypto]),
        module("HTTPClient", ["CCurl"]),
        module("PlivoAPI", ["DialerCore", "HTTPClient", crypto]),
        module(
            "CallbackServer",
            [
                "DialerCore", "PlivoAPI", hummingbird, httpTypes, lifecycle, logging, nio, nioExtras, nioPosix, nioSSL,
            ]
        ),
        module(
            "DialerDaemon",
            [
                "DialerCore", "DialerStore", "DialerEngine", "Settings", "CampaignFiles", "HTTPClient", "PlivoAPI",
                "CallbackServer", lifecycle, logging,
            ]
        ),
        module(
            "DialerCLI",
            [
                "DialerCore", "DialerStore", "Settings", "CampaignFiles", "HTTPClient", "PlivoAPI", "CallbackServer",
                "DialerDaemon", argumentParser, logging,
            ]
        ),
        program("dialerd", ["DialerCLI"]),

        module(
            "PlivoSimulator",
            [
                argumentParser, asyncHTTPClient, crypto, httpTypes, hummingbird, lifecycle, logging, nio, nioHTTP1,
                unixSignals,
            ]
        ),
        program("plivo-simulator", ["PlivoSimulator"]),
        module("DialerSimulation", ["DialerCore", "DialerStore", "DialerEngine"]),
        program("dialer-simulate", ["DialerCore", "DialerSimulation", argumentParser]),
        testSupport("TestSupport"),
        testSupport("DialerTestSupport", ["DialerCore", "DialerStore"]),
        tests("SimulationTests", ["DialerCore", "DialerSimulation", "TestSupport"]),
        tests("SettingsTests", ["DialerCore", "Settings", "TestSupport"]),
        tests("CampaignFilesTests", ["CampaignFiles", "DialerCore", "TestSupport"], files: ["Corpus"]),
        tests("DialerCoreTests", ["DialerCore", "DialerTestSupport", "TestSupport"]),
        tests("DialerStoreTests", ["DialerCore", "DialerStore", "DialerTestSupport", "TestSupport"]),
        tests("DialerEngineTests", ["DialerCore", "DialerStore", "DialerEngine", "DialerTestSupport", "TestSupport"]),
        tests(
            "PlivoSimulatorTests",
            ["PlivoSimulator", argumentParser, asyncHTTPClient, httpTypes, hummingbird, logging, nio, nioHTTP1]
        ),
        // A server that several test targets share.
        .target(
            name: "RawHTTPServer",
            dependencies: ["HTTPClient"],
            path: "Tests/RawHTTPServer",
            swiftSettings: strict
        ),
        tests("HTTPClientTests", ["HTTPClient", "RawHTTPServer"]),
        tests("PlivoAPITests", ["DialerCore", "HTTPClient", "PlivoAPI", "RawHTTPServer"]),
        tests(
            "CallbackServerTests",
            ["CallbackServer", "DialerCore", "HTTPClient", "PlivoAPI", "TestSupport", lifecycle, logging]
        ),
        tests(
            "DialerDaemonTests",
            [
                "CallbackServer", "CampaignFiles", "DialerCore", "DialerDaemon", "DialerStore", "DialerTestSupport",
                "Settings", "TestSupport", logging,
            ]
        ),
        tests(
            "DialerCLITests",
            [
                "CampaignFiles", "DialerCLI", "DialerCore", "DialerDaemon", "DialerStore", "DialerTestSupport",
                "TestSupport",
            ]
        ),
        tests("SystemTests", ["DialerCore", "TestSupport"]),
        tests("TidyTests", []),
    ]
)
