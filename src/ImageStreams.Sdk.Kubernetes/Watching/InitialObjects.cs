using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Kubernetes;

/// <summary>The objects that exist when a watch begins, all of one state.</summary>
/// <typeparam name="T">The kind.</typeparam>
/// <param name="Objects">The objects.</param>
/// <param name="ResourceVersion">The version of the state.</param>
internal sealed record InitialObjects<T>(IReadOnlyList<T> Objects, string ResourceVersion)
    where T : ApiObject, IWireObject<T>
{
    private const int PageSize = 500;

    /// <summary>Lists the objects, by pages or at once.</summary>
    public static async Task<InitialObjects<T>> ListAsync<TList>(
        ApiResource<T, TList> resource, string? ns, WatchOptions options, bool inPages, CancellationToken cancellationToken)
        where TList : ApiList<T>, IWireObject<TList>
    {
        var page = CreatePage(options, inPages ? PageSize : 0);
        var (objects, version) = await resource.ListAllAsync(ns, page, cancellationToken).ConfigureAwait(false);
        return new InitialObjects<T>(objects, version ?? "");
    }

    /// <summary>Gets the version of the state, without its objects.</summary>
    public static async Task<InitialObjects<T>> GetVersionAsync<TList>(
        ApiResource<T, TList> resource, string? ns, WatchOptions options, CancellationToken cancellationToken)
        where TList : ApiList<T>, IWireObject<TList>
    {
        var list = await resource.ListAsync(ns, CreatePage(options, 1), cancellationToken).ConfigureAwait(false);
        return new InitialObjects<T>([], list.Metadata.ResourceVersion ?? "");
    }

    /// <summary>Has the server send the objects at the beginning of a watch, which then goes on.</summary>
    /// <remarks>The server does not hold the whole list in memory for that. What changes before the end is among them.</remarks>
    /// <exception cref="ApiException">The server does not know how, in whatever way it says that, or the connection broke.</exception>
    public static async Task<InitialObjects<T>> ReceiveAsync(WatchRequest request, CancellationToken cancellationToken)
    {
        var objects = new Dictionary<ObjectKey, T>();
        while (await request.ReadAsync(cancellationToken).ConfigureAwait(false) is { } frame)
        {
            switch (WatchEvents.Read<T>(frame, ""))
            {
                case WatchEvent<T>.Added added:
                    objects[ObjectKey.FromObject(added.Object)] = added.Object;
                    break;
                case WatchEvent<T>.Modified modified:
                    objects[ObjectKey.FromObject(modified.Object)] = modified.Object;
                    break;
                case WatchEvent<T>.Deleted deleted:
                    objects.Remove(ObjectKey.FromObject(deleted.Object));
                    break;
                case WatchEvent<T>.Bookmark { EndsInitialEvents: true } end:
                    return new InitialObjects<T>([.. objects.Values], end.ResourceVersion);
            }
        }

        throw ReplyErrors.Cut("The objects at the beginning of a watch");
    }

    /// <summary>The events that report the objects.</summary>
    public IEnumerable<WatchEvent<T>> ToEvents() =>
        Objects.Select(value => new WatchEvent<T>.Added { Object = value, ResourceVersion = ResourceVersion });

    private static ListOptions CreatePage(WatchOptions options, int limit) =>
        new() { LabelSelector = options.LabelSelector, FieldSelector = options.FieldSelector, Limit = limit };
}
