using ImageStreams.Collections;

namespace ImageStreams.Storage;

internal sealed partial class InMemoryObjectStore<T>
{
    /// <inheritdoc/>
    public ValueTask<StorePage<T>> ListAsync(ListQuery query, CancellationToken cancellationToken = default)
    {
        StoreArguments.Require(query);
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<StorePage<T>>(cancellationToken);
        }

        try
        {
            return new ValueTask<StorePage<T>>(List(query));
        }
        catch (StoreException failure)
        {
            return ValueTask.FromException<StorePage<T>>(failure);
        }
    }

    private StorePage<T> List(ListQuery query)
    {
        var published = gate.Version;
        var latest = history.Latest;
        var version = Math.Max(published, latest.Version);
        return query switch
        {
            { Continue: not null } => Resume(query, version, latest.Objects),
            { ResourceVersion: { } wanted } => Page(query, FindState(wanted, version), ResourceVersions.Parse(wanted), null),
            _ => Page(query, latest.Objects, version, null),
        };
    }

    private ObjectTree<T> FindState(string wanted, long reached)
    {
        var version = ResourceVersions.Parse(wanted);
        return version > reached
            ? throw StoreErrors.UnreachedVersion(wanted)
            : (history.FindAtVersion(version) ?? throw StoreErrors.ExpiredList(version, null)).Objects;
    }

    private StorePage<T> Resume(ListQuery query, long reached, ObjectTree<T> latest)
    {
        var scope = Scope(query);
        if (ListToken.Read(query.Continue!, scope) is not { } token || !IsVersion(token.Version, reached))
        {
            throw StoreErrors.InvalidContinue(query.Continue!);
        }

        if (token.Version == ListToken.Latest)
        {
            return Page(query, latest, reached, token.After);
        }

        var then = history.FindAtVersion(token.Version)
            ?? throw StoreErrors.ExpiredList(token.Version, (token with { Version = ListToken.Latest }).ToText(scope));
        return Page(query, then.Objects, token.Version, token.After);
    }

    private static bool IsVersion(long version, long reached) => version == ListToken.Latest || (version >= 1 && version <= reached);

    private StorePage<T> Page(ListQuery query, ObjectTree<T> objects, long version, ObjectKey? after)
    {
        var (start, all) = objects.Range(query.Namespace);
        var passed = after is { } key ? Math.Clamp(objects.CountThrough(key) - start, 0, all) : 0;
        var left = all - passed;
        var count = query.Limit == 0 ? left : Math.Min(query.Limit, left);
        var items = objects.Slice(start + passed, count);
        return new StorePage<T>
        {
            Items = ValueList.Create<T>(items),
            ResourceVersion = ResourceVersions.Format(version),
            Continue = count < left ? new ListToken(version, ObjectKey.FromObject(items[^1])).ToText(Scope(query)) : null,
            Remaining = left - count,
        };
    }

    // Names contain no slash, and a list of all namespaces differs from one of the empty namespace.
    private string Scope(ListQuery query)
    {
        var kind = resource is null ? typeof(T).Name : $"{typeof(T).Name}:{resource}";
        return query.Namespace is { } ns ? $"{kind}/{ns}" : kind;
    }
}
