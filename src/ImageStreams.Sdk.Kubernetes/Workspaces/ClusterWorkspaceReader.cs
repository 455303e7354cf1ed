using ImageStreams.Builds;
using ImageStreams.Clients;
using ImageStreams.Registries;
using ImageStreams.Serialization;
using ImageStreams.Workloads;
using ImageStreams.Workspaces;

namespace ImageStreams.Kubernetes;

/// <summary>Reads the objects of a cluster for an <see cref="ImageStreamWorkspace"/>, which answers questions about all of them.</summary>
/// <remarks>Lists by pages of 500, one resource after the other, so that the objects are not all of one moment. What this user may not
/// list is left out, and said; a resource that the cluster does not have, such as those of OpenShift on plain Kubernetes, has no objects.
/// Instances are thread-safe.</remarks>
public sealed class ClusterWorkspaceReader
{
    private readonly ApiSender _sender;

    /// <summary>Creates a reader.</summary>
    /// <param name="connection">The connection; it stays the caller's to dispose of.</param>
    /// <exception cref="ArgumentNullException"><paramref name="connection"/> is null.</exception>
    public ClusterWorkspaceReader(ClusterConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        _sender = connection.Sender;
    }

    /// <summary>Reads the objects.</summary>
    /// <param name="ns">The namespace; null for all.</param>
    /// <param name="contents">The kinds of objects; all by default.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <returns>The objects, and what could not be read.</returns>
    /// <exception cref="ApiException">The cluster does not answer, or does not know the user.</exception>
    public async Task<ClusterWorkspace> ReadAsync(
        string? ns, ClusterContents contents = ClusterContents.All, CancellationToken cancellationToken = default)
    {
        var listing = new WorkspaceListing(_sender, ns);
        var unread = new List<string>();
        var objects = new WorkspaceObjects();
        if (contents.HasFlag(ClusterContents.Streams))
        {
            var streams = await listing.ListAsync<ImageStream, ImageStreamList>(ImageResourceTypes.Streams, cancellationToken).ConfigureAwait(false);
            objects = objects with { Streams = [.. streams.Select(static stream => stream.WithTypeMeta().WithDefaults())] };
        }

        if (contents.HasFlag(ClusterContents.Builds))
        {
            var builds = await listing.ListAsync<BuildConfig, BuildConfigList>(WorkspaceResourceTypes.BuildConfigs, cancellationToken).ConfigureAwait(false);
            objects = objects with { BuildConfigs = [.. builds.Select(static build => build.WithTypeMeta())] };
        }

        if (contents.HasFlag(ClusterContents.Workloads))
        {
            objects = await ReadWorkloadsAsync(objects, listing, unread, cancellationToken).ConfigureAwait(false);
        }

        if (contents.HasFlag(ClusterContents.Mirrors))
        {
            objects = await ReadMirrorsAsync(objects, listing, cancellationToken).ConfigureAwait(false);
        }

        return new ClusterWorkspace { Objects = objects, Refused = listing.Refused, Unread = [.. unread], IsAllRefused = listing.IsAllRefused };
    }

    private static async Task<WorkspaceObjects> ReadWorkloadsAsync(
        WorkspaceObjects objects, WorkspaceListing listing, List<string> unread, CancellationToken cancellationToken)
    {
        var configs = await listing.ListAsync<DeploymentConfig, DeploymentConfigList>(WorkspaceResourceTypes.DeploymentConfigs, cancellationToken)
            .ConfigureAwait(false);
        var workloads = new List<Workload>();
        foreach (var (type, kind) in WorkspaceResourceTypes.Workloads)
        {
            var found = await listing.ListAsync<ClusterObject, ClusterObjectList>(type, cancellationToken).ConfigureAwait(false);
            workloads.AddRange(found.Select(value => TryRead(value, kind, type, unread)).OfType<Workload>().Where(static one => !one.HasController));
        }

        return objects with { DeploymentConfigs = [.. configs.Select(static config => config.WithTypeMeta())], Workloads = [.. workloads] };
    }

    private static async Task<WorkspaceObjects> ReadMirrorsAsync(
        WorkspaceObjects objects, WorkspaceListing listing, CancellationToken cancellationToken) => objects with
        {
            ImageDigestMirrorSets = [.. await listing.ListAsync<ImageDigestMirrorSet, ImageDigestMirrorSetList>(
                RegistryResourceTypes.DigestMirrorSets, cancellationToken).ConfigureAwait(false)],
            ImageTagMirrorSets = [.. await listing.ListAsync<ImageTagMirrorSet, ImageTagMirrorSetList>(
                RegistryResourceTypes.TagMirrorSets, cancellationToken).ConfigureAwait(false)],
            ImageContentSourcePolicies = [.. await listing.ListAsync<ImageContentSourcePolicy, ImageContentSourcePolicyList>(
                RegistryResourceTypes.ContentSourcePolicies, cancellationToken).ConfigureAwait(false)],
        };

    private static Workload? TryRead(ClusterObject value, string kind, ClusterResourceType type, List<string> unread)
    {
        try
        {
            var typed = value with { Kind = kind, ApiVersion = $"{type.Group}/{type.Version}" };
            return Workload.Parse(ImageStreamJson.SerializeToUtf8Bytes(typed));
        }
        catch (WireFormatException e)
        {
            unread.Add($"{kind} {value.Namespace}/{value.Name} cannot be read and is left out: {e.Message}");
            return null;
        }
    }
}
