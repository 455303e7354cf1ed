using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Importing;

/// <summary>Which streams follow something in which repository.</summary>
internal sealed class RepositoryIndex
{
    private readonly Dictionary<(string Registry, string Repository), HashSet<StreamSchedule>> _streams = [];

    /// <summary>The streams that may be concerned when something in a repository moves.</summary>
    public IReadOnlyCollection<StreamSchedule> Find(RepositoryMove move) =>
        _streams.TryGetValue((move.Registry, move.Repository), out var streams) ? streams : [];

    /// <summary>Takes a stream in; repositories that it followed before are forgotten.</summary>
    public void Set(StreamSchedule stream)
    {
        Remove(stream);
        stream.Repositories = GetRepositories(stream.Stream);
        foreach (var repository in stream.Repositories)
        {
            if (!_streams.TryGetValue(repository, out var streams))
            {
                _streams.Add(repository, streams = []);
            }

            streams.Add(stream);
        }
    }

    public void Remove(StreamSchedule stream)
    {
        foreach (var repository in stream.Repositories)
        {
            var streams = _streams[repository];
            streams.Remove(stream);
            if (streams.Count == 0)
            {
                _streams.Remove(repository);
            }
        }

        stream.Repositories = [];
    }

    private static HashSet<(string Registry, string Repository)> GetRepositories(ImageStream stream)
    {
        var names = stream.Spec.Tags.Where(ImportNeeds.IsImportable).Select(specTag => specTag.From!.Name)
            .Append(stream.Spec.DockerImageRepository);
        HashSet<(string Registry, string Repository)> found = [];
        foreach (var name in names)
        {
            if (!string.IsNullOrEmpty(name) && ImageReference.TryParse(name, out var reference))
            {
                var complete = RepositoryMove.Normalize(reference);
                found.Add((complete.Registry, complete.RepositoryName));
            }
        }

        return found;
    }
}
