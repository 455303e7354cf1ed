using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Deletes namespaces with everything in them.</summary>
/// <param name="directory">The namespaces.</param>
/// <param name="getResources">Gets what is served, once it is known.</param>
internal sealed class NamespaceSweep(NamespaceDirectory directory, Func<IServedResources> getResources)
{
    private const int MaxAttempts = 5;

    /// <summary>Marks a namespace, deletes what is in it, and then the namespace itself, unless something stays that has
    /// finalizers.</summary>
    /// <returns>The namespace as it goes.</returns>
    public async Task<ClusterObject> DeleteAsync(ClusterObject current, CancellationToken cancellationToken)
    {
        var going = await directory.BeginDeleteAsync(current, cancellationToken).ConfigureAwait(false);
        await FinishAsync(going, cancellationToken).ConfigureAwait(false);
        return going;
    }

    /// <summary>Goes on with a namespace that is being deleted.</summary>
    /// <returns>True if it is gone.</returns>
    public async Task<bool> FinishAsync(ClusterObject going, CancellationToken cancellationToken)
    {
        var all = getResources().All.Where(static one => one.Definition.IsNamespaced).ToLookup(static one => one is RbacResource);
        if (await EmptyAllAsync(all[false], going, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        // Rights go last, so that somebody may still take the finalizers away; they must not be found by who gets the name next.
        if (await EmptyAllAsync(all[true], going, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        return await ReleaseAsync(going, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Deletes objects of a namespace.</summary>
    /// <returns>True if something stays.</returns>
    private async Task<bool> EmptyAllAsync(IEnumerable<ServedResource> resources, ClusterObject going, CancellationToken cancellationToken)
    {
        var remains = false;
        foreach (var resource in resources)
        {
            if (await FindAsync(going, cancellationToken).ConfigureAwait(false) is null)
            {
                return false;
            }

            remains |= await EmptyAsync(resource, going.Metadata.Name!, cancellationToken).ConfigureAwait(false);
        }

        return remains;
    }

    /// <summary>Finds a namespace as it is now; null when another request has removed it, even if its name has begun anew.</summary>
    private async Task<ClusterObject?> FindAsync(ClusterObject going, CancellationToken cancellationToken)
    {
        var current = await directory.Objects.FindAsync(new ObjectKey("", going.Metadata.Name!), cancellationToken).ConfigureAwait(false);
        return current?.Metadata.Uid == going.Metadata.Uid ? current : null;
    }

    private static async Task<bool> EmptyAsync(ServedResource resource, string ns, CancellationToken cancellationToken)
    {
        var verbs = resource.Definition.Verbs;
        if (!verbs.Contains(ResourceVerbs.DeleteCollection) || !verbs.Contains(ResourceVerbs.List))
        {
            return false;
        }

        var request = new ResourceRequest { Verb = ResourceVerbs.DeleteCollection, Namespace = ns, User = ApiUser.Admin };
        await resource.DeleteCollectionAsync(request, cancellationToken).ConfigureAwait(false);
        var rest = await resource.ListAsync(request with { Verb = ResourceVerbs.List }, cancellationToken).ConfigureAwait(false);
        return rest is ServedAnswer.Many { List.Items.Count: > 0 };
    }

    /// <summary>Takes the finalizer of the server away, and the namespace with the last one.</summary>
    /// <returns>True if the namespace is gone.</returns>
    private async Task<bool> ReleaseAsync(ClusterObject going, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var current = await FindAsync(going, cancellationToken).ConfigureAwait(false);
            if (current is null)
            {
                return true;
            }

            try
            {
                return await ReleaseCurrentAsync(current, cancellationToken).ConfigureAwait(false);
            }
            catch (StoreException e) when (e.Reason is StoreFailure.NotFound or StoreFailure.Conflict)
            {
                // Another request has changed it, or removed it.
            }
        }

        return false;
    }

    private async Task<bool> ReleaseCurrentAsync(ClusterObject current, CancellationToken cancellationToken)
    {
        var released = NamespaceDocuments.Release(current);
        if (!NamespaceDocuments.IsHeld(released))
        {
            var same = new DeletePreconditions { Uid = current.Metadata.Uid, ResourceVersion = current.Metadata.ResourceVersion };
            await directory.Objects.DeleteAsync(ObjectKey.FromObject(current), same, cancellationToken).ConfigureAwait(false);
            return true;
        }

        if (!ReferenceEquals(released, current))
        {
            await directory.Objects.UpdateAsync(released, cancellationToken).ConfigureAwait(false);
        }

        return false;
    }
}
