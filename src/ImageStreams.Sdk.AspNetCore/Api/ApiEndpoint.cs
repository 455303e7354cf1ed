using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>Answers the requests to all resources.</summary>
internal sealed class ApiEndpoint(
    IServedResources resources, ApiGate gate, ImageApiOptions options, TimeProvider timeProvider, ILogger logger)
{
    private readonly ResourceDispatcher _dispatcher = new(options, timeProvider, logger);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await gate.AdmitAsync(context).ConfigureAwait(false);
            await AnswerAsync(context).ConfigureAwait(false);
        }
        catch (ApiException e)
        {
            await AnswerWriter.WriteStatusAsync(context, e.Status).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client is gone, and with it whoever could read an answer.
        }
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = ResourcePath.Parse(context.Request.Path.Value ?? "");
        if (path is not { } parts || !resources.Contains(parts.Group, parts.Version))
        {
            return AnswerWriter.WriteNoSuchPathAsync(context);
        }

        var resource = resources.Find(parts.Group, parts.Version, parts.Plural) ?? throw ServedErrors.ResourceNotFound();
        return _dispatcher.AnswerAsync(context, resource, parts);
    }
}
