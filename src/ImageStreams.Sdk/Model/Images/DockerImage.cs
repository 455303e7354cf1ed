using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>
/// What an image's configuration says: who made it when, for which processor, and how to run it.
/// </summary>
/// <remarks>The content of <see cref="Image.DockerImageMetadata"/>, in version <c>1.0</c>.</remarks>
[WireObject]
public sealed partial record DockerImage
{
    /// <summary>The kind's name on the wire.</summary>
    public const string KindName = "DockerImage";

    /// <summary>The version of the API that the server writes.</summary>
    public const string GroupVersion = "image.openshift.io/1.0";

    /// <summary>The version as <see cref="Image.DockerImageMetadataVersion"/> names it.</summary>
    public const string Version = "1.0";

    /// <summary>The kind's name.</summary>
    [WireField("kind", OmitEmpty = true)]
    public string? Kind { get; init; }

    /// <summary>The group and version.</summary>
    [WireField("apiVersion", OmitEmpty = true)]
    public string? ApiVersion { get; init; }

    /// <summary>The digest of the configuration; of a schema 1 image its id, of an index its own digest.</summary>
    [WireField("Id")]
    public string Id { get; init; } = "";

    /// <summary>The id of the image it was made from; only old builders write it.</summary>
    [WireField("Parent", OmitEmpty = true)]
    public string? Parent { get; init; }

    /// <summary>What the maker remarked.</summary>
    [WireField("Comment", OmitEmpty = true)]
    public string? Comment { get; init; }

    /// <summary>When the image was made; for an index, when it was imported.</summary>
    [WireField("Created")]
    public Timestamp Created { get; init; }

    /// <summary>The container that the image was committed from.</summary>
    [WireField("Container", OmitEmpty = true)]
    public string? Container { get; init; }

    /// <summary>How that container ran.</summary>
    [WireField("ContainerConfig")]
    public DockerConfig ContainerConfig { get; init; } = DockerConfig.Default;

    /// <summary>The version of the builder.</summary>
    [WireField("DockerVersion", OmitEmpty = true)]
    public string? DockerVersion { get; init; }

    /// <summary>Who made the image.</summary>
    [WireField("Author", OmitEmpty = true)]
    public string? Author { get; init; }

    /// <summary>How to run a container of the image; null when the configuration does not say.</summary>
    [WireField("Config", OmitEmpty = true)]
    public DockerConfig? Config { get; init; }

    /// <summary>The processor, such as <c>amd64</c>.</summary>
    [WireField("Architecture", OmitEmpty = true)]
    public string? Architecture { get; init; }

    /// <summary>The bytes in a registry: the configuration, and each distinct layer once; 0 for an index.</summary>
    [WireField("Size", OmitEmpty = true)]
    public long Size { get; init; }

    /// <summary>The object with its kind and version named, as servers write it.</summary>
    public DockerImage WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };
}
