using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>
/// The configuration of an image: author, time, architecture, and the runtime configuration.
/// </summary>
/// <remarks>The content of <see cref="Image.DockerImageMetadata"/>, in version <c>1.0</c>.</remarks>
[WireObject]
public sealed partial record DockerImage
{
    /// <summary>The value of <c>kind</c>.</summary>
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

    /// <summary>The id of the parent image; only old builders write it.</summary>
    [WireField("Parent", OmitEmpty = true)]
    public string? Parent { get; init; }

    /// <summary>The comment of the author.</summary>
    [WireField("Comment", OmitEmpty = true)]
    public string? Comment { get; init; }

    /// <summary>The time at which the image was created; for an index, the time of its import.</summary>
    [WireField("Created")]
    public Timestamp Created { get; init; }

    /// <summary>The container that the image was committed from.</summary>
    [WireField("Container", OmitEmpty = true)]
    public string? Container { get; init; }

    /// <summary>The runtime configuration of that container.</summary>
    [WireField("ContainerConfig")]
    public DockerConfig ContainerConfig { get; init; } = DockerConfig.Default;

    /// <summary>The version of the builder.</summary>
    [WireField("DockerVersion", OmitEmpty = true)]
    public string? DockerVersion { get; init; }

    /// <summary>The author of the image.</summary>
    [WireField("Author", OmitEmpty = true)]
    public string? Author { get; init; }

    /// <summary>The runtime configuration of the image; null when there is none.</summary>
    [WireField("Config", OmitEmpty = true)]
    public DockerConfig? Config { get; init; }

    /// <summary>The architecture, such as <c>amd64</c>.</summary>
    [WireField("Architecture", OmitEmpty = true)]
    public string? Architecture { get; init; }

    /// <summary>The bytes in a registry: the configuration, and each distinct layer once; 0 for an index.</summary>
    [WireField("Size", OmitEmpty = true)]
    public long Size { get; init; }

    /// <summary>Creates a copy with <c>kind</c> and <c>apiVersion</c> set, as servers write it.</summary>
    public DockerImage WithTypeMeta() => this with { Kind = KindName, ApiVersion = GroupVersion };

    /// <summary>Returns the kind and the id.</summary>
    public override string ToString() => $"{KindName} {Id}";
}
