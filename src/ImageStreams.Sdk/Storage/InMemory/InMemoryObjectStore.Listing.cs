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
        return query.Continue is null
            ? Page(query, latest.Objects, new ContinueToken(version, 0))
            : Resume(query, version);
    }

    private StorePage<T> Resume(ListQuery query, long reached)
    {
        var token = ContinueToken.Read(query.Continue!, Scope(query));
        if (token is not { } position || position.Version > reached || position is { Version: < 1 } or { Position: < 1 })
        {
            throw StoreErrors.InvalidContinue(query.Continue!);
        }

        var then = history.FindAtVersion(position.Version) ?? throw StoreErrors.ExpiredList(position.Version);
        return Page(query, then.Objects, position);
    }

    private StorePage<T> Page(ListQuery query, ObjectTree<T> objects, ContinueToken position)
    {
        var (start, all) = objects.Range(query.Namespace);
        var left = all - position.Position;
        if (left < 0)
        {
            throw StoreErrors.InvalidContinue(query.Continue!);
        }

        var count = query.Limit == 0 ? left : Math.Min(query.Limit, left);
        var next = position with { Position = position.Position + count };
        return new StorePage<T>
        {
            Items = ValueList.Create<T>(objects.Slice(start + position.Position, count)),
            ResourceVersion = ResourceVersions.Format(position.Version),
            Continue = count < left ? next.ToText(Scope(query)) : null,
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
