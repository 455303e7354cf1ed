using ImageStreams.Registries;

namespace ImageStreams.Tests.Tool;

/// <summary>The surroundings of a <see cref="ToolRun"/>: by default a pipeline without a terminal, input and registries.</summary>
internal sealed record ToolSetting
{
    public static ToolSetting Terminal { get; } = new() { IsTerminal = true };

    public string Input { get; init; } = "";

    public bool IsTerminal { get; init; }

    public Dictionary<string, string> Variables { get; init; } = [];

    public CancellationToken Cancellation { get; init; }

    public Func<RegistryClientOptions, IRegistryClient> CreateRegistryClient { get; init; } =
        _ => throw new InvalidOperationException("This test has no registry.");
}
