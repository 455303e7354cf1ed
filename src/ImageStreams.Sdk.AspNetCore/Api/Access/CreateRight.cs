using ImageStreams.Clients;
using ImageStreams.Patching;

namespace ImageStreams.AspNetCore;

/// <summary>Requires the right to create of an apply that creates its object: the right to patch alone is one to change what there is.
/// </summary>
internal sealed class CreateRight(IApiAuthorizer authorizer)
{
    /// <summary>Requires the right, unless the request is no apply, or the object is there.</summary>
    /// <exception cref="ApiException">The object is not there, and the user may not create it (403).</exception>
    public async ValueTask RequireAsync(ServedResource resource, ResourceRequest request, CancellationToken cancellationToken)
    {
        if (request is not { Patch.Type: PatchType.Apply, Subresource: null })
        {
            return;
        }

        var access = CreateAccess(resource.Definition, request);
        var decision = await authorizer.AuthorizeAsync(access, cancellationToken).ConfigureAwait(false);
        if (!decision.Allowed && !await ExistsAsync(resource, request, cancellationToken).ConfigureAwait(false))
        {
            throw AccessErrors.Forbidden(access, decision);
        }
    }

    private static async ValueTask<bool> ExistsAsync(ServedResource resource, ResourceRequest request, CancellationToken cancellationToken)
    {
        try
        {
            await resource
                .GetAsync(request with { Verb = ResourceVerbs.Get, Patch = null, Body = default }, cancellationToken)
                .ConfigureAwait(false);
            return true;
        }
        catch (ApiException e) when (e.Reason is ApiFailure.NotFound or ApiFailure.MethodNotAllowed)
        {
            return false;
        }
    }

    private static ApiAccess CreateAccess(ResourceDefinition definition, ResourceRequest request) => new()
    {
        User = request.User,
        Verb = ResourceVerbs.Create,
        Group = definition.Group,
        Version = definition.Version,
        Resource = definition.Plural,
        Namespace = request.Namespace ?? "",
        Name = request.Name ?? "",
    };
}
