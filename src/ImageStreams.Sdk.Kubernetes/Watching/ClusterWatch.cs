using ImageStreams.Controllers;
using ImageStreams.Storage;
using Microsoft.Extensions.Logging;

namespace ImageStreams.Kubernetes;

/// <summary>A reflector of objects of a cluster that runs until it is disposed of.</summary>
internal sealed class ClusterWatch : IAsyncDisposable
{
    private readonly string _name;
    private readonly Reflector<ClusterObject> _reflector;
    private readonly CancellationTokenSource _end = new();
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _run;

    /// <summary>Begins to watch.</summary>
    /// <param name="sender">The connection.</param>
    /// <param name="type">The resource.</param>
    /// <param name="options">The selection, and what to do where it may not be seen.</param>
    /// <param name="logger">The log.</param>
    /// <param name="changed">Called after the first list and each change, by one thread at a time; null for nobody.</param>
    /// <param name="read">Makes of an object what is kept of it; null to keep it whole.</param>
    public ClusterWatch(
        ApiSender sender,
        ClusterResourceType type,
        ReflectorOptions options,
        ILogger logger,
        Action? changed = null,
        Func<ClusterObject, ClusterObject>? read = null)
    {
        _name = Describe(type, options);
        var source = new WatchedResource(sender, type, _name, read ?? (static value => value));
        _reflector = new Reflector<ClusterObject>(source, options, sender.TimeProvider, new WatchLogger(logger));
        _run = Task.Run(() => Task.WhenAll(_reflector.RunAsync(_end.Token), changed is null ? Task.CompletedTask : NotifyAsync(changed)));
    }

    /// <summary>The objects in the order of their names.</summary>
    public IEnumerable<ClusterObject> Objects => _reflector.Objects.All.OrderBy(ObjectKey.FromObject, ObjectKey.ListOrder);

    /// <summary>The task that ends when it is known which objects there are, or that none may be seen, and the caller was told.</summary>
    public Task Known => _known.Task;

    /// <summary>The state now.</summary>
    public ClusterWatchStatus Status => new(_name, _reflector.Status);

    /// <summary>Reads the objects and each change.</summary>
    public ReflectedChanges<ClusterObject> ReadChangesAsync(CancellationToken cancellationToken) => _reflector.ReadChangesAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync().ConfigureAwait(false);
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
    }

    private static string Describe(ClusterResourceType type, ReflectorOptions options)
    {
        var place = options.Namespace is null ? $"{type}" : $"{type} of the namespace {options.Namespace}";
        return options.FieldSelector is null ? place : $"{place} with {options.FieldSelector}";
    }

    // Outside the reflector's lock: whoever is told reads the objects of several watches.
    private async Task NotifyAsync(Action changed)
    {
        await foreach (var change in _reflector.ReadChangesAsync(_end.Token).ConfigureAwait(false))
        {
            var isFirst = change is WatchEvent<ClusterObject>.Bookmark;
            if (isFirst || _known.Task.IsCompleted)
            {
                changed();
            }

            if (isFirst)
            {
                _known.TrySetResult();
            }
        }
    }
}
