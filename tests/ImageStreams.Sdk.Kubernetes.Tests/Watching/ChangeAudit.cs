using System.Globalization;
using ImageStreams.Controllers;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>Reads changes and checks their order; some readers are slow.</summary>
internal sealed class ChangeAudit(ReflectedChanges<ImageStream> changes, bool isSlow)
{
    private readonly Dictionary<string, long> _last = [];
    private readonly Dictionary<string, long> _existing = [];

    /// <summary>The changes whose version is not after that of the change before of the same stream.</summary>
    public List<string> OutOfOrder { get; } = [];

    /// <summary>The versions that were read.</summary>
    public HashSet<long> Seen { get; } = [];

    /// <summary>The number of changes that were covered by later ones.</summary>
    public long Covered => changes.Covered;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var change in changes.WithCancellation(cancellationToken))
            {
                lock (_last)
                {
                    Take(change);
                }

                if (isSlow)
                {
                    await Task.Delay(TimeSpan.FromMilliseconds(20), cancellationToken);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test has ended.
        }
    }

    /// <summary>Determines whether what was read leads to those streams.</summary>
    public bool Reaches(IReadOnlyDictionary<string, long> expected)
    {
        lock (_last)
        {
            return expected.Count == _existing.Count && expected.All(pair => _existing.GetValueOrDefault(pair.Key) == pair.Value);
        }
    }

    /// <summary>Finds writes that were neither read nor covered by a later change of the stream.</summary>
    public List<string> FindMissed(IEnumerable<(string Name, long Version)> writes) =>
    [
        .. writes
            .Where(write => !Seen.Contains(write.Version) && _existing.ContainsKey(write.Name) && _last[write.Name] < write.Version)
            .Select(write => $"{write.Name}@{write.Version}"),
    ];

    public static long GetVersion(ImageStream stream) => long.Parse(stream.Metadata.ResourceVersion!, CultureInfo.InvariantCulture);

    private void Take(WatchEvent<ImageStream> change)
    {
        switch (change)
        {
            case WatchEvent<ImageStream>.Added added:
                Set(added.Object);
                break;
            case WatchEvent<ImageStream>.Modified modified:
                Set(modified.Object);
                break;
            case WatchEvent<ImageStream>.Deleted deleted:
                Check(deleted.Object, mayBeSame: true);
                _existing.Remove(deleted.Object.Name);
                break;
        }
    }

    private void Set(ImageStream stream)
    {
        Check(stream, mayBeSame: false);
        _existing[stream.Name] = GetVersion(stream);
        Seen.Add(GetVersion(stream));
    }

    // A deletion that only a list has shown has the version that was known.
    private void Check(ImageStream stream, bool mayBeSame)
    {
        var version = GetVersion(stream);
        if (_last.TryGetValue(stream.Name, out var before) && (version < before || (version == before && !mayBeSame)))
        {
            OutOfOrder.Add($"{stream.Name}: {version} after {before}");
        }

        _last[stream.Name] = version;
    }
}
