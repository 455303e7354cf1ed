using System.Collections.Immutable;

namespace ImageStreams.Testing.Synthesis;

/// <summary>The properties of a synthetic image.</summary>
internal sealed record ImageParts
{
    private static readonly ImmutableSortedDictionary<string, string> NoTexts =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public bool IsOci { get; init; }

    public SyntheticPlatform Platform { get; init; } = new("linux", "amd64", "");

    public DateTimeOffset Created { get; init; } = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public ImmutableList<LayerFile> Layers { get; init; } = [];

    public ImmutableSortedDictionary<string, string> Labels { get; init; } = NoTexts;

    public ImmutableSortedDictionary<string, string> Annotations { get; init; } = NoTexts;

    public ImmutableList<string> Environment { get; init; } = [];

    public ImmutableSortedSet<string> ExposedPorts { get; init; } =
        ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableList<string> Command { get; init; } = [];

    public string User { get; init; } = "";

    public SyntheticArtifact? Subject { get; init; }

    public string ArtifactType { get; init; } = "";

    public static ImageParts Named(string name) => new() { Layers = [new LayerFile("etc/synthetic", name)] };

    public ImageParts WithoutOci() =>
        this with { IsOci = false, Annotations = NoTexts, Subject = null, ArtifactType = "" };
}
