namespace ImageStreams.AspNetCore;

/// <summary>Roles or bindings of one kind: objects of the store, which the authorizer heeds before a write of them is answered.</summary>
internal sealed class RbacResource(StoredResource stored, RbacStore rights) : WrappedResource(stored)
{
    public override async ValueTask<ServedAnswer> GetAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await rights.SaveAsync(cancellationToken).ConfigureAwait(false);
        return await base.GetAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public override async ValueTask<ServedAnswer> ListAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await rights.SaveAsync(cancellationToken).ConfigureAwait(false);
        return await base.ListAsync(request, cancellationToken).ConfigureAwait(false);
    }

    public override ValueTask<ServedAnswer> CreateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        WriteAsync(base.CreateAsync, request, cancellationToken);

    public override ValueTask<ServedAnswer> UpdateAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        WriteAsync(base.UpdateAsync, request, cancellationToken);

    public override ValueTask<ServedAnswer> PatchAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        WriteAsync(base.PatchAsync, request, cancellationToken);

    public override ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken) =>
        WriteAsync(base.DeleteAsync, request, cancellationToken);

    public override async ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        await rights.SaveAsync(cancellationToken).ConfigureAwait(false);
        var answer = await base.DeleteCollectionAsync(request, cancellationToken).ConfigureAwait(false);
        foreach (var deleted in answer is ServedAnswer.Many many ? many.List.Items : [])
        {
            await RefreshAsync(request, deleted, cancellationToken).ConfigureAwait(false);
        }

        return answer;
    }

    private async ValueTask<ServedAnswer> WriteAsync(
        Func<ResourceRequest, CancellationToken, ValueTask<ServedAnswer>> write, ResourceRequest request, CancellationToken cancellationToken)
    {
        await rights.SaveAsync(cancellationToken).ConfigureAwait(false);
        var answer = await write(request, cancellationToken).ConfigureAwait(false);
        await RefreshAsync(request, (answer as ServedAnswer.One)?.Object, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    // The name of a creation is in its object, where the server may have made it.
    private Task RefreshAsync(ResourceRequest request, ServedObject? value, CancellationToken cancellationToken)
    {
        var name = request.Name ?? (value is null ? "" : ObjectNames.Find(value));
        return name.Length == 0
            ? Task.CompletedTask
            : rights.RefreshAsync(new RbacKey(Definition.Kind, request.Namespace ?? "", name), cancellationToken);
    }
}
