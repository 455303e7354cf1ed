using System.CommandLine;

namespace ImageStreams.Tool;

/// <summary>One command of the tool: its options, an example, and what it does.</summary>
/// <remarks>Created for every command line, so a constructor only makes symbols; the work is loaded when it runs.</remarks>
internal abstract class ToolCommand(string name, string description, string example) : Command(name, description)
{
    /// <summary>An example of the command, as one types it.</summary>
    public string Example { get; } = example;

    /// <summary>The name with those of the commands around it, such as <c>lock add</c>.</summary>
    public string FullName => Parents.OfType<ToolCommand>().FirstOrDefault() is { } parent ? $"{parent.FullName} {Name}" : Name;

    /// <summary>Lets the command and its parts run in an environment.</summary>
    public ToolCommand In(ToolEnvironment environment)
    {
        foreach (var part in Subcommands.OfType<ToolCommand>())
        {
            part.In(environment);
        }

        SetAction((parsed, cancellationToken) => RunAsync(parsed, environment, cancellationToken));
        return this;
    }

    /// <summary>Runs the command and returns the exit code.</summary>
    protected abstract Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken);
}
