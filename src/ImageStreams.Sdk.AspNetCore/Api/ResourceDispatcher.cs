using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the requests to a resource, calls it, and writes its answers.</summary>
internal sealed class ResourceDispatcher(ImageApiOptions options, TimeProvider timeProvider, ILogger logger)
{
    public async Task AnswerAsync(HttpContext context, ServedResource resource, ResourcePath path)
    {
        var verb = RequestVerb.Find(context.Request.Method, path);
        RequestVerb.Require(resource.Definition, path, verb);
        var request = new ResourceRequest
        {
            Verb = verb!,
            Namespace = path.Namespace,
            Name = path.Name,
            Subresource = path.Subresource,
            User = context.Features.Get<IApiUserFeature>()?.User ?? ApiUser.Admin,
        };
        var answer = await CallAsync(resource, request, context.RequestAborted).ConfigureAwait(false);
        await AnswerWriter.WriteAsync(context, resource.Definition, answer).ConfigureAwait(false);
        _ = (options, timeProvider, logger);
    }

    private static ValueTask<ServedAnswer> CallAsync(
        ServedResource resource, ResourceRequest request, CancellationToken cancellationToken) => request.Verb switch
    {
        ResourceVerbs.Get => resource.GetAsync(request, cancellationToken),
        ResourceVerbs.List => resource.ListAsync(request, cancellationToken),
        ResourceVerbs.Create => resource.CreateAsync(request, cancellationToken),
        ResourceVerbs.Update => resource.UpdateAsync(request, cancellationToken),
        ResourceVerbs.Patch => resource.PatchAsync(request, cancellationToken),
        ResourceVerbs.Delete => resource.DeleteAsync(request, cancellationToken),
        _ => resource.DeleteCollectionAsync(request, cancellationToken),
    };
}
