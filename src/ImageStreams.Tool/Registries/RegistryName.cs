using ImageStreams.Collections;

namespace ImageStreams.Tool;

/// <summary>A name of an image that a registry is asked about.</summary>
internal sealed record RegistryName
{
    /// <summary>The pull spec, with a tag or without.</summary>
    public required string PullSpec { get; init; }

    /// <summary>The digests that are recorded of it.</summary>
    public ValueList<string> Recorded { get; init; }

    /// <summary>Gets a value indicating whether the registry may be asked over HTTP.</summary>
    public bool IsInsecure { get; init; }
}
