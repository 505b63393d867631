import DialerCLI

await DialerCLI.main()
