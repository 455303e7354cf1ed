using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

internal sealed partial class StoredResource
{
    public override async ValueTask<ServedAnswer> DeleteAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        return await RepeatAsync(() => AttemptAsync(), request.Delete.ResourceVersion).ConfigureAwait(false);

        async Task<ServedAnswer> AttemptAsync()
        {
            var current = await FindAsync(request, cancellationToken).ConfigureAwait(false) ?? throw _errors.NotFound(request.Name!);
            var deleted = await DeleteAsync(current, request.Delete, cancellationToken).ConfigureAwait(false);
            return current.Metadata.Finalizers.IsEmpty && !ReturnsDeleted ? Succeed(current) : Answer(deleted);
        }
    }

    public override async ValueTask<ServedAnswer> DeleteCollectionAsync(ResourceRequest request, CancellationToken cancellationToken)
    {
        Warn(request);
        var list = await _reader.ListAsync(request.Namespace, request.List, cancellationToken).ConfigureAwait(false);
        foreach (var value in list.Items)
        {
            await DeleteListedAsync(value, request.Delete, cancellationToken).ConfigureAwait(false);
        }

        return ToAnswer(list);
    }

    // Pods are answered as they were, everything else with a sentence.
    private bool ReturnsDeleted => Definition.QualifiedName is "pods" or "services" or "serviceaccounts";

    /// <summary>Deletes an object of a list as it is now; one that has its name since then stays.</summary>
    private async Task DeleteListedAsync(ClusterObject listed, DeleteOptions options, CancellationToken cancellationToken)
    {
        ClusterObject? known = listed;
        try
        {
            await RepeatAsync(() => AttemptAsync(), options.ResourceVersion).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            // Somebody else has deleted it.
        }

        async Task<ClusterObject?> AttemptAsync()
        {
            var current = known ?? await _objects.FindAsync(ObjectKey.FromObject(listed), cancellationToken).ConfigureAwait(false);
            known = null;
            return current is null || current.Metadata.Uid != listed.Metadata.Uid
                ? null
                : await DeleteAsync(current, options, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ClusterObject> DeleteAsync(ClusterObject current, DeleteOptions options, CancellationToken cancellationToken)
    {
        RequireMet(current, options);
        if (!current.Metadata.Finalizers.IsEmpty)
        {
            return await MarkAsync(current, options, cancellationToken).ConfigureAwait(false);
        }

        return options.DryRun ? current : await RemoveAsync(current, cancellationToken).ConfigureAwait(false);
    }

    private async Task<ClusterObject> MarkAsync(ClusterObject current, DeleteOptions options, CancellationToken cancellationToken)
    {
        if (current.Metadata.DeletionTimestamp is not null)
        {
            return current;
        }

        var document = ObjectDocuments.FromObject(current);
        _states.MarkDeleted(document);
        var marked = ObjectDocuments.ToObject(document, current.Metadata.ManagedFields);
        return options.DryRun
            ? marked
            : await CallStoreAsync(_objects.UpdateAsync(marked, cancellationToken), current.Name).ConfigureAwait(false);
    }

    /// <summary>Requires that an object is the one that a deletion asks for.</summary>
    /// <exception cref="ApiException">It is another one, or another version (409).</exception>
    public void RequireMet(ClusterObject current, DeleteOptions options)
    {
        if (options.Uid is not null && options.Uid != current.Metadata.Uid)
        {
            throw _errors.Conflict(
                current.Name,
                $"the UID in the precondition ({options.Uid}) does not match the UID in record ({current.Metadata.Uid}). "
                + "The object might have been deleted and then recreated");
        }

        if (options.ResourceVersion is not null && options.ResourceVersion != current.Metadata.ResourceVersion)
        {
            throw _errors.Conflict(
                current.Name,
                $"the ResourceVersion in the precondition ({options.ResourceVersion}) does not match the ResourceVersion in record "
                + $"({current.Metadata.ResourceVersion}). The object might have been modified");
        }
    }

    private ServedAnswer.Outcome Succeed(ClusterObject value) => new()
    {
        Status = new KubernetesStatus
        {
            Kind = "Status",
            ApiVersion = "v1",
            Status = "Success",
            Details = new StatusDetails
            {
                Name = value.Name,
                Group = Definition.Group.Length == 0 ? null : Definition.Group,
                Kind = Definition.Plural,
                Uid = value.Metadata.Uid,
            },
        },
    };
}
