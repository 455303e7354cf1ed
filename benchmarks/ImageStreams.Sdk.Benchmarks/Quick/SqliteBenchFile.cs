using ImageStreams.Collections;
using ImageStreams.Storage;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>A store of many streams in a temporary file.</summary>
internal sealed class SqliteBenchFile
{
    private const int Namespaces = 100;
    private const int Stride = 7_919;

    private readonly int _size;
    private readonly ImageStream[] _current;
    private int _next;

    private SqliteBenchFile(int size, SqliteDurability durability)
    {
        _size = size;
        _current = new ImageStream[size];
        var folder = Directory.CreateTempSubdirectory("imagestreams-bench-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        Options = new SqliteStoreOptions { Path = Path.Combine(folder, "store.db"), Durability = durability };
        Store = new SqliteImageStreamStore(Options);
    }

    public SqliteStoreOptions Options { get; }

    public SqliteImageStreamStore Store { get; }

    /// <summary>A stream of the size that the plain rows have, too: three tags from a registry.</summary>
    public static ImageStream Stream(ObjectKey key, int generation) => new()
    {
        Metadata = new ObjectMeta { Namespace = key.Namespace, Name = key.Name, Generation = generation },
        Spec = new ImageStreamSpec { Tags = KeyedList.Create([Tag("1.0"), Tag("1.1"), Tag("latest")]) },
    };

    /// <summary>Fills a new file.</summary>
    public static SqliteBenchFile Create(int size, SqliteDurability durability)
    {
        var file = new SqliteBenchFile(size, durability);
        Parallel.For(0, size, new ParallelOptions { MaxDegreeOfParallelism = 64 }, i =>
            file._current[i] = StoreBenches.Now(file.Store.Streams.CreateAsync(Stream(file.Key(i), 1))));

        return file;
    }

    public ObjectKey Key(int i) => new($"project-{i % Namespaces}", $"stream-{i}");

    /// <summary>The number of the next stream, in a scattered order.</summary>
    public int Next() => _next = (_next + Stride) % _size;

    /// <summary>Changes a stream and returns its new generation.</summary>
    public long Change(int i) => StoreBenches.Now(ChangeAsync(i));

    /// <summary>Changes a stream and returns its new generation.</summary>
    public async ValueTask<long> ChangeAsync(int i)
    {
        var found = _current[i];
        var changed = found with { Metadata = found.Metadata with { Generation = found.Metadata.Generation + 1 } };
        _current[i] = await Store.Streams.UpdateAsync(changed).ConfigureAwait(false);
        return _current[i].Metadata.Generation;
    }

    private static TagReference Tag(string name) => new()
    {
        Name = name,
        From = new ObjectReference { Kind = "DockerImage", Name = $"registry.example/team/app:{name}" },
    };
}
