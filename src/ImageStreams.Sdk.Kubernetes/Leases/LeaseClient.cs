using System.Text.Json.Nodes;
using ImageStreams.Clients;

namespace ImageStreams.Kubernetes;

/// <summary>Reads and writes the leases of a namespace.</summary>
internal sealed class LeaseClient(ApiSender sender, string ns, string prefix)
{
    private const int PageSize = 500;

    private readonly ResourcePaths _paths = new(new ClusterResourceType { Group = "coordination.k8s.io", Version = "v1", Plural = "leases" });

    /// <summary>The clock of waits between attempts.</summary>
    public TimeProvider TimeProvider => sender.TimeProvider;

    /// <summary>Finds a lease; null when there is none.</summary>
    /// <exception cref="ApiException">Another program has a lease of that name (<see cref="ApiFailure.AlreadyExists"/>).</exception>
    public async Task<ClusterLease?> FindAsync(string name, CancellationToken cancellationToken)
    {
        var objectName = LeaseObjectNames.Create(prefix, name);
        ApiReply reply;
        try
        {
            reply = await sender.SendAsync(new(HttpMethod.Get, _paths.GetObject(ns, objectName)), cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException e) when (e.Reason == ApiFailure.NotFound)
        {
            return null;
        }

        return LeaseDocuments.Read(LeaseDocuments.Parse(reply.Body)) ?? throw ReplyErrors.ForeignLease(ns, objectName);
    }

    public async Task<List<ClusterLease>> ListAsync(CancellationToken cancellationToken)
    {
        var leases = new List<ClusterLease>();
        var page = new ListOptions { LabelSelector = LeaseDocuments.Selector, Limit = PageSize };
        do
        {
            var call = new ApiCall(HttpMethod.Get, ResourceQueries.List(_paths.GetCollection(ns), page));
            var list = LeaseDocuments.Parse((await sender.SendAsync(call, cancellationToken).ConfigureAwait(false)).Body);
            leases.AddRange((list["items"] as JsonArray ?? []).Select(LeaseDocuments.Read).OfType<ClusterLease>());
            page = page with { Continue = (string?)list["metadata"]?["continue"] };
        }
        while (!string.IsNullOrEmpty(page.Continue));

        return leases;
    }

    /// <summary>Creates a lease without a version, and updates one with.</summary>
    public async Task<ClusterLease> WriteAsync(ClusterLease lease, CancellationToken cancellationToken)
    {
        var name = LeaseObjectNames.Create(prefix, lease.Name);
        var isNew = lease.ResourceVersion is null;
        var path = ResourceQueries.Write(isNew ? _paths.GetCollection(ns) : _paths.GetObject(ns, name), null);
        var call = new ApiCall(isNew ? HttpMethod.Post : HttpMethod.Put, path) { Body = LeaseDocuments.Write(ns, name, lease) };
        var reply = await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
        return LeaseDocuments.Read(LeaseDocuments.Parse(reply.Body)) ?? lease;
    }

    /// <summary>Deletes a lease, unless somebody has written it since it was read.</summary>
    public async Task DeleteAsync(ClusterLease lease, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Delete, _paths.GetObject(ns, LeaseObjectNames.Create(prefix, lease.Name)))
        {
            Body = ResourceBodies.Write(new DeleteOptions { ResourceVersion = lease.ResourceVersion }),
        };
        await sender.SendAsync(call, cancellationToken).ConfigureAwait(false);
    }
}
