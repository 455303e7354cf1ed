using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>The tags of a stream by the repository that they are imported from, parsed once.</summary>
/// <remarks>Tags that name a digest are left out: no move affects them.</remarks>
internal sealed class FollowedRepositories
{
    private readonly Dictionary<(string Registry, string Repository), List<FollowedTag>> _tags = [];

    private FollowedRepositories()
    {
    }

    /// <summary>The repositories of a stream that imports nothing.</summary>
    public static FollowedRepositories None { get; } = new();

    /// <summary>The repositories.</summary>
    public IReadOnlyCollection<(string Registry, string Repository)> All => _tags.Keys;

    /// <summary>Reads the repositories of a stream.</summary>
    public static FollowedRepositories Read(ImageStream stream)
    {
        var found = new FollowedRepositories();
        foreach (var specTag in stream.Spec.Tags.Where(ImportNeeds.IsImportable))
        {
            found.Add(specTag.From!.Name, reference => new(specTag.Name, reference.Tag, specTag.ImportPolicy.Scheduled));
        }

        found.Add(stream.Spec.DockerImageRepository, static _ => new(StreamSchedule.Repository, null, IsScheduled: false));
        return found;
    }

    /// <summary>Finds the tags that a move affects, in the order of the stream; the whole repository last.</summary>
    public IEnumerable<FollowedTag> Find(RepositoryMove move) =>
        _tags.TryGetValue((move.Registry, move.Repository), out var tags) ? tags.Where(tag => tag.IsAffected(move)) : [];

    private void Add(string? name, Func<ImageReference, FollowedTag> create)
    {
        if (string.IsNullOrEmpty(name) || !ImageReference.TryParse(name, out var reference) || reference.Id.Length > 0)
        {
            return;
        }

        var normalized = RepositoryMove.Normalize(reference);
        var repository = (normalized.Registry, normalized.RepositoryName);
        if (!_tags.TryGetValue(repository, out var tags))
        {
            tags = [];
            _tags.Add(repository, tags);
        }

        tags.Add(create(normalized));
    }
}
