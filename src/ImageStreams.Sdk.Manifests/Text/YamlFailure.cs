namespace ImageStreams.Manifests;

/// <summary>The facts that are known when YAML cannot be read on.</summary>
internal sealed record YamlFailure
{
    public required string Text { get; init; }

    /// <summary>The document that is broken.</summary>
    public required YamlSection Section { get; init; }

    /// <summary>The first character that the parser blames.</summary>
    public required int Start { get; init; }

    /// <summary>The offset at which the parser stopped.</summary>
    public required int End { get; init; }

    /// <summary>The parser's message.</summary>
    public required string Message { get; init; }

    /// <summary>The last scalar that was read.</summary>
    public required TextSpan LastScalar { get; init; }

    /// <summary>The bracket or brace that is open; -1 when there is none.</summary>
    public required int OpenFlow { get; init; }
}
