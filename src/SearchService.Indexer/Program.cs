using SearchService.Indexer;

using CancellationTokenSource interrupted = new();
Console.CancelKeyPress += (_, pressed) =>
{
    // The first Ctrl-C ends the work in order; the second one ends the program.
    pressed.Cancel = !interrupted.IsCancellationRequested;
    interrupted.Cancel();
};
Console.OutputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using StreamWriter output = new(Console.OpenStandardOutput(), bufferSize: 1 << 16) { AutoFlush = !Console.IsOutputRedirected };
return CommandLine.Run(args, new Terminal(output, Console.Error, OutputIsTerminal: !Console.IsOutputRedirected, ErrorIsTerminal: !Console.IsErrorRedirected), interrupted.Token);
