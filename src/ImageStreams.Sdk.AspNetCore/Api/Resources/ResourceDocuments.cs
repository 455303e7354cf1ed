namespace ImageStreams.AspNetCore;

/// <summary>Keeps what is written about the resources, until they are others.</summary>
/// <typeparam name="T">The documents.</typeparam>
internal sealed class ResourceDocuments<T>(IServedResources resources, Func<IReadOnlyList<ServedResource>, T> create)
    where T : class
{
    private volatile Entry? _entry;

    /// <summary>The documents about the resources as they are now.</summary>
    public T Current
    {
        get
        {
            var (entry, all) = (_entry, resources.All);
            if (entry is null || !ReferenceEquals(entry.All, all))
            {
                _entry = entry = new Entry(all, create(all));
            }

            return entry.Documents;
        }
    }

    private sealed record Entry(IReadOnlyList<ServedResource> All, T Documents);
}
