using ImageStreams.Lifecycle;
using ImageStreams.References;

namespace ImageStreams.Clients;

/// <summary>Asks the cluster around an embedded client whether a request is admitted.</summary>
internal sealed class Admission(EnginePorts ports)
{
    private const string NamespaceTerminating = "NamespaceTerminating";

    /// <summary>Reviews the access to the images of another stream.</summary>
    public ValueTask<AccessDecision> ReviewLayersAsync(ImageStreamName stream, CancellationToken cancellationToken)
    {
        var request = new AccessRequest
        {
            User = ports.Users.GetUser(),
            Verb = "get",
            Resource = "imagestreams/layers",
            Namespace = stream.Namespace,
            Name = stream.Name,
        };
        return ports.AccessReviewer.ReviewAsync(request, cancellationToken);
    }

    /// <exception cref="ApiException">The user may not import in the namespace (<see cref="ApiFailure.Forbidden"/>).</exception>
    public async Task RequireImportAsync(ImageStreamImport import, CancellationToken cancellationToken)
    {
        var request = new AccessRequest
        {
            User = ports.Users.GetUser(),
            Verb = "create",
            Resource = ResourceNames.Imports,
            Namespace = import.Namespace,
        };
        var decision = await ports.AccessReviewer.ReviewAsync(request, cancellationToken).ConfigureAwait(false);
        if (!decision.Allowed)
        {
            throw ApiErrors.Forbidden(ResourceNames.Imports, "", Describe(request, decision));
        }
    }

    /// <summary>Checks that an object can be created in a namespace.</summary>
    /// <param name="ns">The namespace.</param>
    /// <param name="resource">The resource of the object.</param>
    /// <param name="name">The object's name; empty when it is to be generated.</param>
    /// <param name="isDryRun">True when nothing is to be stored, the namespace included.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ApiException">The namespace does not exist, or is being deleted.</exception>
    public async Task RequireNamespaceAsync(
        string ns, string resource, string name, bool isDryRun, CancellationToken cancellationToken)
    {
        var state = isDryRun ? ports.Namespaces.PeekStateAsync(ns, cancellationToken) : ports.Namespaces.GetStateAsync(ns, cancellationToken);
        switch (await state.ConfigureAwait(false))
        {
            case NamespaceState.NotFound:
                throw ApiErrors.NamespaceNotFound(ns);
            case NamespaceState.Terminating:
                throw ApiErrors.Forbidden(
                    resource,
                    name,
                    $"unable to create new content in namespace {ns} because it is being terminated",
                    new StatusCause
                    {
                        Reason = NamespaceTerminating,
                        Message = $"namespace {ns} is being terminated",
                        Field = "metadata.namespace",
                    });
        }
    }

    /// <exception cref="ApiException">A limit does not permit the write (<see cref="ApiFailure.Forbidden"/>).</exception>
    public async Task RequirePermittedAsync(
        ImageStream stream, ImageStream? old, Image? image, CancellationToken cancellationToken)
    {
        var write = new LimitedWrite { User = ports.Users.GetUser(), Stream = stream, Old = old, Image = image };
        var decision = await ports.Limits.CheckAsync(write, cancellationToken).ConfigureAwait(false);
        if (!decision.Permitted)
        {
            throw ApiErrors.Forbidden(ResourceNames.Streams, stream.Name, decision.Reason);
        }
    }

    private static string Describe(AccessRequest request, AccessDecision decision) =>
        decision.Reason.Length == 0 ? request.ToString() : $"{request}: {decision.Reason}";
}
