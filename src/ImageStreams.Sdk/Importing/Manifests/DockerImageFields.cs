using ImageStreams.Serialization;

namespace ImageStreams.Importing;

/// <summary>The fields that a configuration and a history entry of schema 1 share.</summary>
internal abstract record DockerImageFields
{
    [WireField("id")]
    public string Id { get; init; } = "";

    [WireField("parent", OmitEmpty = true)]
    public string? Parent { get; init; }

    [WireField("comment", OmitEmpty = true)]
    public string? Comment { get; init; }

    /// <summary>A time, read as text because Go is stricter here than with the times of API objects.</summary>
    [WireField("created")]
    public string? Created { get; init; }

    [WireField("container", OmitEmpty = true)]
    public string? Container { get; init; }

    [WireField("container_config", OmitEmpty = true)]
    public DockerConfig ContainerConfig { get; init; } = DockerConfig.Default;

    [WireField("docker_version", OmitEmpty = true)]
    public string? DockerVersion { get; init; }

    [WireField("author", OmitEmpty = true)]
    public string? Author { get; init; }

    [WireField("config", OmitEmpty = true)]
    public DockerConfig? Config { get; init; }

    [WireField("architecture", OmitEmpty = true)]
    public string? Architecture { get; init; }

    [WireField("size", OmitEmpty = true)]
    public long Size { get; init; }

    /// <summary>Returns metadata with these fields, except for the size.</summary>
    public DockerImage ApplyTo(DockerImage metadata, string id, Timestamp created) => metadata with
    {
        Id = id,
        Parent = Parent,
        Comment = Comment,
        Created = created,
        Container = Container,
        ContainerConfig = ContainerConfig,
        DockerVersion = DockerVersion,
        Author = Author,
        Config = Config,
        Architecture = Architecture,
    };
}
