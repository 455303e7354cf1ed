using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>A git repository as the source of a build.</summary>
[WireObject]
public sealed partial record GitBuildSource
{
    /// <summary>The address of the repository.</summary>
    [WireField("uri")]
    public string Uri { get; init; } = "";

    /// <summary>The branch, tag or commit; null for the default branch.</summary>
    [WireField("ref", OmitEmpty = true)]
    public string? Ref { get; init; }

    /// <summary>Returns the address and the reference.</summary>
    public override string ToString() => string.IsNullOrEmpty(Ref) ? Uri : $"{Uri}#{Ref}";
}
