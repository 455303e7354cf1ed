using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>Reads and writes the ConfigMaps of a state in one namespace.</summary>
internal sealed class StateClient(ApiSender sender, string ns, StateLayout layout)
{
    /// <summary>The entry of a pending write.</summary>
    private const string Records = "records";
    private const int PageSize = 16;
    private const int MaxAttempts = 5;

    private static readonly ClusterResourceType ConfigMaps = new() { Version = "v1", Plural = "configmaps" };

    private readonly ApiResource<ClusterObject, ClusterObjectList> _resource = new(sender, ConfigMaps);

    public TimeProvider TimeProvider => sender.TimeProvider;

    /// <summary>Lists the parts of sections, and the writes that are not done yet, as they were at one time.</summary>
    public async Task<List<ClusterObject>> ListAsync(IEnumerable<string> sections, CancellationToken cancellationToken)
    {
        var page = new ListOptions { LabelSelector = layout.CreateSelector(sections), Limit = PageSize };
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return (await _resource.ListAllAsync(ns, page, cancellationToken).ConfigureAwait(false)).Items;
            }
            catch (ApiException e) when (e.Reason == ApiFailure.Gone && attempt < MaxAttempts)
            {
                // The cluster forgot the list while it was read.
            }
        }
    }

    /// <summary>Sets and removes the entries of a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="entries">The entries; null for those that go.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The part as it is then; null where there is none, and none is needed.</returns>
    public async Task<ClusterObject?> WriteAsync(
        StatePart part, Dictionary<string, string?> entries, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await TryPatchAsync(part, entries, cancellationToken).ConfigureAwait(false) is { } patched)
            {
                return patched;
            }

            if (entries.Values.All(static value => value is null))
            {
                return null;
            }

            try
            {
                return await CreateAsync(part, entries, cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException e) when (e.Reason == ApiFailure.AlreadyExists && attempt < MaxAttempts)
            {
                // Another process was faster.
            }
        }
    }

    /// <summary>Sets and removes the entries of a part as it was read.</summary>
    /// <param name="part">The part.</param>
    /// <param name="entries">The entries; null for those that go.</param>
    /// <param name="found">The part as it was read; null where there was none.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">It was written since (<see cref="ApiFailure.Conflict"/> or others).</exception>
    public async Task WriteAsync(
        StatePart part, Dictionary<string, string?> entries, ClusterObject? found, CancellationToken cancellationToken)
    {
        if (found is null)
        {
            await CreateAsync(part, entries, cancellationToken).ConfigureAwait(false);
            return;
        }

        var patch = StateDocuments.CreatePatch(entries, found.Metadata.ResourceVersion);
        await _resource.PatchAsync(ns, found.Name, patch, null, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Creates a write that is done when it is deleted.</summary>
    public Task<ClusterObject> CreatePendingAsync(string name, string records, CancellationToken cancellationToken) => _resource.CreateAsync(
        ns, StateDocuments.Create(ns, name, layout.CreateLabels(null), [KeyValuePair.Create(Records, (string?)records)]), null, cancellationToken);

    /// <summary>Reads a write that is not done yet; null for an object that is none.</summary>
    public static StateBatch? ReadPending(ClusterObject value) => StateDocuments.Read(value)
        .Where(static entry => entry.Key == Records)
        .Select(static entry => StateBatch.TryRead(entry.Value))
        .FirstOrDefault();

    /// <summary>Deletes a write that is done, unless another process has.</summary>
    public async Task DeleteAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await _resource.DeleteAsync(ns, name, null, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            // Another process has.
        }
    }

    private async Task<ClusterObject?> TryPatchAsync(
        StatePart part, Dictionary<string, string?> entries, CancellationToken cancellationToken)
    {
        try
        {
            var patch = StateDocuments.CreatePatch(entries, null);
            return (await _resource.PatchAsync(ns, layout.GetName(part), patch, null, cancellationToken).ConfigureAwait(false)).Object;
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return null;
        }
    }

    private Task<ClusterObject> CreateAsync(StatePart part, Dictionary<string, string?> entries, CancellationToken cancellationToken) =>
        _resource.CreateAsync(
            ns, StateDocuments.Create(ns, layout.GetName(part), layout.CreateLabels(part.Section), entries), null, cancellationToken);
}
