using ImageStreams.Clients;
using ImageStreams.Storage;

namespace ImageStreams.AspNetCore;

/// <summary>Deletes namespaces with everything in them.</summary>
/// <param name="directory">The namespaces.</param>
/// <param name="getResources">Gets what is served, once it is known.</param>
internal sealed class NamespaceSweep(NamespaceDirectory directory, Func<IServedResources> getResources)
{
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
        var name = going.Metadata.Name!;
        var remains = false;
        foreach (var resource in getResources().All.Where(static one => one.Definition.IsNamespaced))
        {
            remains |= await EmptyAsync(resource, name, cancellationToken).ConfigureAwait(false);
        }

        if (!remains)
        {
            await RemoveAsync(name, cancellationToken).ConfigureAwait(false);
        }

        return !remains;
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

    private async Task RemoveAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await directory.Objects.DeleteAsync(new ObjectKey("", name), null, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Reason == StoreFailure.NotFound)
        {
            // Another request has removed it.
        }
    }
}
