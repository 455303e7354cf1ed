using ImageStreams.Registries;
using ImageStreams.Tests.Registries;

namespace ImageStreams.Tests.Importing;

/// <summary>Blocks requests until it is opened, and counts how many wait at once.</summary>
internal sealed class CountingRegistry(IRegistryClient inner) : PassingRegistry
{
    private readonly TaskCompletionSource _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _now;

    /// <summary>The largest number of concurrent requests.</summary>
    public int Most { get; private set; }

    public void Open() => _open.SetResult();

    public override async Task<ResolvedManifest> ResolveAsync(
        RegistryRepository repository, string tagOrDigest, CancellationToken cancellationToken = default)
    {
        Most = Math.Max(Most, Interlocked.Increment(ref _now));
        await _open.Task;
        var found = await inner.ResolveAsync(repository, tagOrDigest, cancellationToken);
        Interlocked.Decrement(ref _now);
        return found;
    }

    protected override IRegistryClient Find(RegistryRepository repository) => inner;
}
