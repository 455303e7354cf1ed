using System.Diagnostics.CodeAnalysis;
using ImageStreams.References;

namespace ImageStreams.Testing.Protocol;

/// <summary>All repositories of a fake registry. Every method takes the lock.</summary>
internal sealed class RegistryStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RepositoryName, StoredRepository> _repositories = [];

    /// <summary>Reads or changes a repository, which is created when it does not exist.</summary>
    public T Change<T>(RepositoryName name, Func<StoredRepository, T> change)
    {
        lock (_gate)
        {
            if (!_repositories.TryGetValue(name, out var repository))
            {
                _repositories[name] = repository = new StoredRepository();
            }

            return change(repository);
        }
    }

    /// <summary>Reads a repository of a host: the host's own or, without one, the repository for every host.</summary>
    public T Read<T>(string host, string path, Func<StoredRepository, T> read, Func<T> unknown)
    {
        lock (_gate)
        {
            return TryFind(host, path, out _, out var repository) ? read(repository) : unknown();
        }
    }

    /// <summary>Returns the name under which a push to a host is stored.</summary>
    public RepositoryName NameFor(string host, string path)
    {
        lock (_gate)
        {
            return TryFind(host, path, out var name, out _) ? name : RepositoryName.Create("", path);
        }
    }

    public ReadOnlyMemory<byte>? FindBlob(string host, string path, Digest digest) => Read(
        host,
        path,
        repository => repository.Blobs.TryGetValue(digest, out var blob) ? blob : default(ReadOnlyMemory<byte>?),
        () => default);

    private bool TryFind(
        string host, string path, out RepositoryName name, [NotNullWhen(true)] out StoredRepository? repository)
    {
        name = RepositoryName.Create(host, path);
        if (_repositories.TryGetValue(name, out repository))
        {
            return true;
        }

        var shortName = name.ShortName;
        name = RepositoryName.Create("", path);
        if (_repositories.TryGetValue(name, out repository))
        {
            return true;
        }

        name = shortName ?? name;
        return _repositories.TryGetValue(name, out repository);
    }
}
