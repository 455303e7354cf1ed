using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>That a tag came to point to an image.</summary>
[WireObject]
public sealed partial record TagEvent
{
    /// <summary>When that was.</summary>
    [WireField("created")]
    public Timestamp Created { get; init; }

    /// <summary>A pull spec that gets the image.</summary>
    /// <remarks>
    /// Put together on each call; compare events with each other rather than their texts where many are compared.
    /// </remarks>
    public string DockerImageReference
    {
        get => PullSpec.Text;
        init => PullSpec = PullSpecText.From(value);
    }

    [WireField("dockerImageReference")]
    internal PullSpecText PullSpec { get; init; }

    /// <summary>
    /// The name of the <see cref="ImageStreams.Image"/>, which is a digest; empty for a tag that only passes its pull
    /// spec on.
    /// </summary>
    [WireField("image", RepeatsDigest = true)]
    public string Image { get; init; } = "";

    /// <summary>The generation of the spec tag that led to it.</summary>
    [WireField("generation")]
    public long Generation { get; init; }

    /// <summary>The platforms of the image, as <c>os/architecture</c>.</summary>
    [WireField("platforms", OmitEmpty = true)]
    public ValueList<string> Platforms { get; init; }
}
