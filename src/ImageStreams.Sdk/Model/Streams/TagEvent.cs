using System.Globalization;
using ImageStreams.Collections;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>One entry of a tag's history: the image that the tag moved to, and when.</summary>
[WireObject(Definition = DefinitionNames.Image + "TagEvent")]
public sealed partial record TagEvent
{
    /// <summary>The time of the event.</summary>
    [WireField("created")]
    public Timestamp Created { get; init; }

    /// <summary>A pull spec of the image.</summary>
    /// <remarks>
    /// Built on each call; to compare many events, compare the events themselves instead of these texts.
    /// </remarks>
    public string DockerImageReference
    {
        get => PullSpec.Text;
        init => PullSpec = PullSpecText.From(value);
    }

    [WireField("dockerImageReference")]
    internal PullSpecText PullSpec { get; init; }

    /// <summary>
    /// The name of the <see cref="ImageStreams.Image"/>, which is a digest; empty for a tag whose
    /// <see cref="TagReference.Reference"/> is true.
    /// </summary>
    [WireField("image", RepeatsDigest = true)]
    public string Image { get; init; } = "";

    /// <summary>The generation of the spec tag that the event belongs to.</summary>
    [WireField("generation")]
    public long Generation { get; init; }

    /// <summary>The platforms of the image, such as <c>linux/amd64</c>.</summary>
    [WireField("platforms", OmitEmpty = true, Undocumented = true)]
    public ValueList<string> Platforms { get; init; }

    /// <summary>Returns the image, the generation and the time.</summary>
    public override string ToString()
    {
        var image = Image.Length > 0 ? Image : DockerImageReference;
        return string.Create(CultureInfo.InvariantCulture, $"{image}, generation {Generation}, {Created}");
    }
}
