using System.CommandLine;
using System.CommandLine.Invocation;

namespace ImageStreams.Tool;

/// <summary>Shows the version of the tool.</summary>
internal sealed class VersionAction(TextWriter output) : SynchronousCommandLineAction
{
    /// <summary>The version, such as <c>0.1.0</c>.</summary>
    public static string Version { get; } = typeof(VersionAction).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        output.Write($"imagestreams {Version}\n");
        return ToolExitCode.Fine;
    }
}
