namespace ImageStreams.Manifests;

/// <summary>A label of an image that has another value.</summary>
public sealed record LabelChange
{
    /// <summary>The name of the label, such as <c>org.opencontainers.image.version</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The value before; null when there was none.</summary>
    public required string? Before { get; init; }

    /// <summary>The value now; null when there is none.</summary>
    public required string? After { get; init; }

    /// <summary>Returns the change, such as <c>version 10.0.1 → 10.0.2</c>.</summary>
    public override string ToString() => LockTexts.Explain(this);
}
