using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>The base of an image, and whether its tag still has that image.</summary>
internal sealed record BaseAnswer
{
    /// <summary>The image.</summary>
    public required RegistryImage Image { get; init; }

    /// <summary>The base, and how it was found.</summary>
    public required BaseImageResult Result { get; init; }

    /// <summary>The answer of the registry about the tag of the base; null when it was not asked.</summary>
    public RegistryAnswer? Now { get; init; }

    /// <summary>The name of the base; null when none is known.</summary>
    public string? Name => Result switch
    {
        BaseImageResult.ByLayers layers => layers.Base.PullSpec,
        BaseImageResult.ByName name => name.Name,
        _ => null,
    };

    /// <summary>The digest of the base; null when none is known.</summary>
    public string? Digest => Result switch
    {
        BaseImageResult.ByLayers layers => layers.Base.Digest.ToString(),
        BaseImageResult.ByName name => name.Digest?.ToString(),
        _ => null,
    };

    /// <summary>The source of the answer: <c>layers</c>, <c>annotation</c> or <c>label</c>; null when there is no base.</summary>
    public string? FoundBy => Result switch
    {
        BaseImageResult.ByLayers => "layers",
        BaseImageResult.ByName { IsLabel: true } => "label",
        BaseImageResult.ByName => "annotation",
        _ => null,
    };

    /// <summary>The state of the base.</summary>
    public FollowedTagStatus Status => Now?.GetStatus(Digest) ?? FollowedTagStatus.Unknown;
}
