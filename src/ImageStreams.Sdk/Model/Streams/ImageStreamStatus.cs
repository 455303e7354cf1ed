using ImageStreams.Collections;
using ImageStreams.Internal;
using ImageStreams.References;
using ImageStreams.Schemas;
using ImageStreams.Serialization;

namespace ImageStreams;

/// <summary>The observed state of a stream: its repositories and the history of its tags.</summary>
[WireObject(Definition = DefinitionNames.Image + "ImageStreamStatus")]
public sealed partial record ImageStreamStatus
{
    private RepositoryPath _path;

    /// <summary>The repository in the integrated registry; empty when there is none.</summary>
    [WireField("dockerImageRepository", Optional = true)]
    public string DockerImageRepository
    {
        get;
        init
        {
            field = value;
            _path = default;
        }
    } = "";

    /// <summary>The same repository as it is reached from outside the cluster.</summary>
    [WireField("publicDockerImageRepository", OmitEmpty = true)]
    public string? PublicDockerImageRepository { get; init; }

    /// <summary>The histories of the tags, by name.</summary>
    [WireField("tags", OmitEmpty = true, MergeKey = "tag")]
    public KeyedList<NamedTagEventList> Tags { get; init; }

    /// <summary>Gets the path of the images in a repository; cached for the repository of the stream.</summary>
    internal RepositoryPath GetRepositoryPath(string repository)
    {
        if (!ReferenceEquals(repository, DockerImageRepository))
        {
            return RepositoryPath.FromRepository(repository);
        }

        if (!_path.IsComputed)
        {
            _path = RepositoryPath.FromRepository(repository);
        }

        return _path;
    }

    /// <summary>Returns the repository and the number of tags.</summary>
    public override string ToString() => DockerImageRepository.Length == 0
        ? Quantity.Format(Tags.Count, "tag")
        : $"{DockerImageRepository}, {Quantity.Format(Tags.Count, "tag")}";
}
