using ImageStreams.Quickstart;

if (args is ["--help" or "-h"])
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

using var registry = CommandLine.OpenRegistry(args);
if (registry is null)
{
    await Console.Error.WriteLineAsync(CommandLine.Usage);
    return 2;
}

try
{
    var report = new Report(Console.Out, Terminal.HasColor);
    await new Story(new Shop(registry), report).TellAsync();
    return 0;
}
catch (QuickstartException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}
