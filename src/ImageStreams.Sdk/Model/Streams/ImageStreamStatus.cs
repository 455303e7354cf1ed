using ImageStreams.Collections;
using ImageStreams.References;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>What became of a stream: where it can be pulled from, and the history of its tags.</summary>
[WireObject]
public sealed partial record ImageStreamStatus
{
    private RepositoryPath _path;

    /// <summary>The repository in the integrated registry; empty when there is none.</summary>
    [WireField("dockerImageRepository")]
    public string DockerImageRepository { get; init => (field, _path) = (value, default); } = "";

    /// <summary>The same repository as it is reached from outside the cluster.</summary>
    [WireField("publicDockerImageRepository", OmitEmpty = true)]
    public string? PublicDockerImageRepository { get; init; }

    /// <summary>The history of each tag, by name.</summary>
    [WireField("tags", OmitEmpty = true)]
    public KeyedList<NamedTagEventList> Tags { get; init; }

    /// <summary>Where images of a repository are named; remembered for that of the stream.</summary>
    internal RepositoryPath GetRepositoryPath(string repository) =>
        !ReferenceEquals(repository, DockerImageRepository) ? RepositoryPath.FromRepository(repository)
        : _path.IsComputed ? _path
        : _path = RepositoryPath.FromRepository(repository);
}
