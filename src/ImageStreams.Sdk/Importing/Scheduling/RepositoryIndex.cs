namespace ImageStreams.Importing;

/// <summary>An index of streams by the repositories that they import from.</summary>
internal sealed class RepositoryIndex
{
    private readonly Dictionary<(string Registry, string Repository), HashSet<StreamSchedule>> _streams = [];

    /// <summary>Finds the streams that a change of a repository may affect.</summary>
    public IReadOnlyCollection<StreamSchedule> Find(RepositoryMove move) =>
        _streams.TryGetValue((move.Registry, move.Repository), out var streams) ? streams : [];

    /// <summary>Adds a stream, and removes it from repositories that it no longer imports from.</summary>
    public void Set(StreamSchedule stream)
    {
        Remove(stream);
        stream.Repositories = FollowedRepositories.Read(stream.Stream);
        foreach (var repository in stream.Repositories.All)
        {
            if (!_streams.TryGetValue(repository, out var streams))
            {
                streams = [];
                _streams.Add(repository, streams);
            }

            streams.Add(stream);
        }
    }

    public void Remove(StreamSchedule stream)
    {
        foreach (var repository in stream.Repositories.All)
        {
            var streams = _streams[repository];
            streams.Remove(stream);
            if (streams.Count == 0)
            {
                _streams.Remove(repository);
            }
        }

        stream.Repositories = FollowedRepositories.None;
    }
}
