using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Answers the requests to all resources, once they are admitted.</summary>
internal sealed class ApiEndpoint(IServedResources resources, ResourceDispatcher dispatcher)
{
    /// <summary>Answers a request.</summary>
    /// <exception cref="Clients.ApiException">The request is refused.</exception>
    public Task AnswerAsync(HttpContext context)
    {
        var path = ResourcePath.Parse(context.Request.Path.Value ?? "");
        if (path is not { } parts || !resources.Contains(parts.Group, parts.Version))
        {
            return AnswerWriter.WriteNoSuchPathAsync(context);
        }

        var resource = resources.Find(parts.Group, parts.Version, parts.Plural) ?? throw ServedErrors.ResourceNotFound();
        return dispatcher.AnswerAsync(context, resource, parts);
    }
}
