internal import Commands

await CommandLineTool.run()
