using ImageStreams.Lifecycle;
using ImageStreams.Storage;

namespace ImageStreams.Clients;

/// <summary>The cluster around an embedded client, as its options describe it; by default, everything is allowed.</summary>
internal sealed class EnginePorts(EmbeddedImageStreamOptions options, IImageStreamStore store)
{
    private readonly CreateTurns _turns = new();

    public IRequestUsers Users { get; } = options.GetUsers?.Invoke() ?? OpenCluster.Instance;

    public IAccessReviewer AccessReviewer { get; } = options.GetAccessReviewer?.Invoke() ?? OpenCluster.Instance;

    public INamespaces Namespaces { get; } = options.GetNamespaces?.Invoke() ?? OpenCluster.Instance;

    public IStreamLimits Limits { get; } = options.GetLimits?.Invoke() ?? CreateLimits(options, store);

    /// <summary>Creates a stream; where the number of streams is limited, when it is its turn.</summary>
    public async Task<ImageStream> CreateInTurnAsync(string ns, Func<Task<ImageStream>> create, CancellationToken cancellationToken)
    {
        var isCounted = Limits is ConfiguredLimits limits && await limits.CountsStreamsAsync(ns, cancellationToken).ConfigureAwait(false);
        return await (isCounted ? _turns.RunAsync(ns, create, cancellationToken) : create()).ConfigureAwait(false);
    }

    private static IStreamLimits CreateLimits(EmbeddedImageStreamOptions options, IImageStreamStore store) =>
        options.StreamLimits.Count == 0 && options.GetLimitSource is null
            ? OpenCluster.Instance
            : new ConfiguredLimits(options.StreamLimits, options.GetLimitSource?.Invoke(), store.Streams);

    /// <summary>A cluster in which an administrator asks, every namespace exists, and nothing is limited.</summary>
    private sealed class OpenCluster : IRequestUsers, IAccessReviewer, INamespaces, IStreamLimits
    {
        public static OpenCluster Instance { get; } = new();

        public ApiUser GetUser() => ApiUser.Admin;

        public ValueTask<AccessDecision> ReviewAsync(AccessRequest request, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(AccessDecision.Allow);

        public ValueTask<NamespaceState> GetStateAsync(string name, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(NamespaceState.Active);

        public ValueTask<LimitDecision> CheckAsync(LimitedWrite write, CancellationToken cancellationToken = default) =>
            ValueTask.FromResult(LimitDecision.Permit);
    }
}
