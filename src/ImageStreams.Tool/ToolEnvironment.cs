using ImageStreams.Registries;

namespace ImageStreams.Tool;

/// <summary>The surroundings of one run of the tool: streams, terminal, clock and registries.</summary>
internal sealed class ToolEnvironment
{
    /// <summary>The standard input.</summary>
    public required Stream In { get; init; }

    /// <summary>The standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>The standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Gets a value indicating whether a person can answer questions.</summary>
    public bool IsInputTerminal { get; init; }

    /// <summary>Gets a value indicating whether the standard output is a terminal.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Gets a value indicating whether the standard error is a terminal.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Finds an environment variable.</summary>
    public Func<string, string?> FindVariable { get; init; } = _ => null;

    /// <summary>The clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Creates the client for registries; replaced in tests.</summary>
    public Func<RegistryClientOptions, IRegistryClient> CreateRegistryClient { get; init; } = DefaultRegistryClient.Create;

    /// <summary>The time that the command has to end after a signal.</summary>
    public DrainTime Drain { get; } = new();

    /// <summary>Gets a value indicating whether colors may be used at all: https://no-color.org, and terminals that know none.</summary>
    public bool AllowsColor => string.IsNullOrEmpty(FindVariable("NO_COLOR"))
        && !string.Equals(FindVariable("TERM"), "dumb", StringComparison.Ordinal);
}
