import DialerCLI

DialerCLI.prepareProcess()
await DialerCLI.main()
