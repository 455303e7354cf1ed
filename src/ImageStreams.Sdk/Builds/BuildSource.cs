using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>The source of a build.</summary>
[WireObject]
public sealed partial record BuildSource
{
    /// <summary>The type of a source that a client uploads.</summary>
    private const string BinaryType = "Binary";

    /// <summary>The kind of source.</summary>
    [WireField("type", OmitEmpty = true)]
    public string? Type { get; init; }

    /// <summary>The text of a Dockerfile to build from.</summary>
    [WireField("dockerfile", OmitEmpty = true)]
    public string? Dockerfile { get; init; }

    /// <summary>The git repository.</summary>
    [WireField("git", OmitEmpty = true)]
    public GitBuildSource? Git { get; init; }

    /// <summary>The upload that a client starts the build with; null when there is none.</summary>
    [WireField("binary", OmitEmpty = true)]
    public BinaryBuildSource? Binary { get; init; }

    /// <summary>The images to copy files from.</summary>
    [WireField("images", OmitEmpty = true)]
    public ValueList<ImageSource> Images { get; init; }

    /// <summary>The directory of the source to build in.</summary>
    [WireField("contextDir", OmitEmpty = true)]
    public string? ContextDir { get; init; }

    /// <summary>The type that an API server gives to the source: that of the first part it has.</summary>
    private string EffectiveType => this switch
    {
        { Git: not null } => "Git",
        { Binary: not null } => BinaryType,
        { Dockerfile: not null } => "Dockerfile",
        { Images.IsEmpty: false } => "Image",
        _ => "None",
    };

    /// <summary>Creates a copy with the defaults that an API server sets for fields that a manifest leaves out.</summary>
    /// <remarks>An empty binary source for the type <c>Binary</c>, and the type of the source that is given.</remarks>
    /// <returns>The copy; the same object when no field is left out.</returns>
    public BuildSource WithDefaults()
    {
        var source = Type == BinaryType && Binary is null ? this with { Binary = BinaryBuildSource.Default } : this;
        return source.EffectiveType == source.Type ? source : source with { Type = source.EffectiveType };
    }

    /// <summary>Returns the type, or the git repository.</summary>
    public override string ToString() => Type ?? Git?.Uri ?? "";
}
