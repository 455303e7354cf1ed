namespace ImageStreams.AspNetCore;

/// <summary>Finds resources by their paths: those of the application, and those that come and go.</summary>
internal sealed class ServedResources : IServedResources
{
    private readonly ResourceSet _fixed;
    private readonly IResourceSource? _source;
    private volatile State _state;

    /// <param name="resources">The resources that stay.</param>
    /// <param name="source">Those that come and go; null for none.</param>
    /// <exception cref="ArgumentException">Two resources have the same path.</exception>
    public ServedResources(IEnumerable<ServedResource> resources, IResourceSource? source = null)
    {
        (_fixed, _source) = (new ResourceSet(resources), source);
        _state = new State([], _fixed);
    }

    public IReadOnlyList<ServedResource> All => Now.All;

    private ResourceSet Now
    {
        get
        {
            var (state, current) = (_state, _source?.Current ?? _state.Added);
            if (!ReferenceEquals(state.Added, current))
            {
                _state = state = new State(current, _fixed.With(current));
            }

            return state.Set;
        }
    }

    /// <summary>Waits until the resources that come and go are those that are stored.</summary>
    public ValueTask PrepareAsync(CancellationToken cancellationToken) =>
        _source?.PrepareAsync(cancellationToken) ?? ValueTask.CompletedTask;

    public ServedResource? Find(string group, string version, string plural) => Now.Find(group, version, plural);

    public bool Contains(string group, string version) => Now.Contains(group, version);

    private sealed record State(IReadOnlyList<ServedResource> Added, ResourceSet Set);
}
