using System.Text;

namespace ImageStreams.Tool;

/// <summary>The surroundings of the process.</summary>
internal static class ToolProcess
{
    private const int BufferSize = 32 * 1024;
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Creates the environment of the process.</summary>
    public static ToolEnvironment CreateEnvironment() => new()
    {
        In = Console.OpenStandardInput(),
        Out = new StreamWriter(Console.OpenStandardOutput(), Encoding, BufferSize) { NewLine = "\n" },
        Error = new StreamWriter(Console.OpenStandardError(), Encoding) { AutoFlush = true, NewLine = "\n" },
        IsInputTerminal = !Console.IsInputRedirected,
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        FindVariable = Environment.GetEnvironmentVariable,
    };
}
