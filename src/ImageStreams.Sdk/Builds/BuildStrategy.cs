using ImageStreams.Serialization;

namespace ImageStreams.Builds;

/// <summary>How an image is built; one of the properties is set.</summary>
[WireObject]
public sealed partial record BuildStrategy
{
    /// <summary>
    /// The base image: that of the first strategy that is set, source before docker before custom; null where that
    /// strategy names none.
    /// </summary>
    public ObjectReference? From =>
        SourceStrategy is not null ? SourceStrategy.From
        : DockerStrategy is not null ? DockerStrategy.From
        : CustomStrategy?.From;

    /// <summary>The kind of strategy.</summary>
    [WireField("type", OmitEmpty = true)]
    public string? Type { get; init; }

    /// <summary>Builds from a Dockerfile.</summary>
    [WireField("dockerStrategy", OmitEmpty = true)]
    public DockerBuildStrategy? DockerStrategy { get; init; }

    /// <summary>Builds from sources with a builder image (S2I).</summary>
    [WireField("sourceStrategy", OmitEmpty = true)]
    public SourceBuildStrategy? SourceStrategy { get; init; }

    /// <summary>Builds with an image that knows how.</summary>
    [WireField("customStrategy", OmitEmpty = true)]
    public CustomBuildStrategy? CustomStrategy { get; init; }

    /// <summary>The strategy with another base image, in the place that <see cref="From"/> reads.</summary>
    /// <param name="from">The base image.</param>
    public BuildStrategy WithFrom(ObjectReference from) =>
        SourceStrategy is not null ? this with { SourceStrategy = SourceStrategy with { From = from } }
        : DockerStrategy is not null ? this with { DockerStrategy = DockerStrategy with { From = from } }
        : CustomStrategy is not null ? this with { CustomStrategy = CustomStrategy with { From = from } }
        : this;
}
