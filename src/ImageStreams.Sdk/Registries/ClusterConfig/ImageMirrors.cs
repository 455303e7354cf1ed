using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.Registries;

/// <summary>The mirrors of a registry, a namespace or a repository.</summary>
/// <remarks>An entry of an <see cref="ImageDigestMirrorSet"/>, an <see cref="ImageTagMirrorSet"/> or an
/// <see cref="ImageContentSourcePolicy"/>; the last has no <see cref="MirrorSourcePolicy"/>.</remarks>
[WireObject]
public sealed partial record ImageMirrors
{
    /// <summary>The source: <c>host[:port][/namespace…][/repository]</c>, or <c>*.host</c> for its subdomains.</summary>
    [WireField("source")]
    public string Source { get; init; } = "";

    /// <summary>The mirrors, in the order in which they are contacted:
    /// <c>host[:port][/namespace…][/repository]</c>.</summary>
    [WireField("mirrors", OmitEmpty = true)]
    public ValueList<string> Mirrors { get; init; }

    /// <summary>The policy for contacting the source when no mirror has the image; when not set, the source is
    /// contacted.</summary>
    [WireField("mirrorSourcePolicy", OmitEmpty = true)]
    public MirrorSourcePolicy MirrorSourcePolicy { get; init; }
}
