using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>Where else the images of a registry, a namespace or a repository can be had.</summary>
/// <remarks>An entry of an <see cref="ImageDigestMirrorSet"/>, an <see cref="ImageTagMirrorSet"/> or an
/// <see cref="ImageContentSourcePolicy"/>; the last knows no <see cref="MirrorSourcePolicy"/>.</remarks>
[WireObject]
public sealed partial record ImageMirrors
{
    /// <summary>What is mirrored: <c>host[:port][/namespace…][/repository]</c>, or <c>*.host</c> for its
    /// subdomains.</summary>
    [WireField("source")]
    public string Source { get; init; } = "";

    /// <summary>The mirrors, in the order in which they are asked: <c>host[:port][/namespace…][/repository]</c>.</summary>
    [WireField("mirrors", OmitEmpty = true)]
    public ValueList<string> Mirrors { get; init; }

    /// <summary>Whether the source is asked when no mirror has the image; it is, where nothing is said.</summary>
    [WireField("mirrorSourcePolicy", OmitEmpty = true)]
    public MirrorSourcePolicy MirrorSourcePolicy { get; init; }
}
