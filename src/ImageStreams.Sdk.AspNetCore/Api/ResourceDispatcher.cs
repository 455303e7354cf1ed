using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the requests to a resource, calls it, and writes its answers.</summary>
internal sealed class ResourceDispatcher(
    ImageApiOptions options, CreateRight createRight, TimeProvider timeProvider, ILogger logger, CancellationToken stopping)
{
    private readonly RequestSlots _requestSlots = new(options.MaxRequestsPerClient, logger);
    private readonly RequestSlots _watchSlots = new(options.MaxWatchesPerClient, logger);
    private readonly RequestReader _reader = new(options.MaxBodyBytes);
    private readonly WatchWriter _watches = new(options, timeProvider, logger, stopping);

    public async Task AnswerAsync(HttpContext context, ServedResource resource, ResourcePath path)
    {
        var verb = RequestVerb.Require(resource.Definition, path, context.Request);
        var warnings = new WarningHeaders();
        var call = CreateCall(context, path, verb) with { Warn = warnings.Add };
        var format = ResponseFormat.Negotiate(context.Request, isWatch: verb == ResourceVerbs.Watch, HasTable(resource.Definition, path.Subresource));
        using var slot = (verb == ResourceVerbs.Watch ? _watchSlots : _requestSlots).Take(context);
        if (verb == ResourceVerbs.Watch)
        {
            var watch = await _reader.ReadAsync(context.Request, call, context.RequestAborted).ConfigureAwait(false);
            await _watches.WriteAsync(context, resource, watch, format, warnings).ConfigureAwait(false);
            return;
        }

        ServedAnswer answer;
        try
        {
            answer = await CallInTimeAsync(context, resource, call).ConfigureAwait(false);
        }
        finally
        {
            warnings.WriteTo(context.Response);
        }

        await AnswerWriter.WriteAsync(context, resource.Definition, answer, format, timeProvider.GetUtcNow()).ConfigureAwait(false);
    }

    private static bool HasTable(ResourceDefinition resource, string? subresource) =>
        subresource is null || resource.Subresources.FirstOrDefault(one => one.Name == subresource) is not { HasTable: false };

    private static ResourceRequest CreateCall(HttpContext context, ResourcePath path, string verb) => new()
    {
        Verb = verb,
        Namespace = path.Namespace,
        Name = path.Name,
        Subresource = path.Subresource,
        User = context.Features.Get<IApiUserFeature>()?.User ?? ApiGroups.Anonymous,
    };

    private async ValueTask<ServedAnswer> CallInTimeAsync(HttpContext context, ServedResource resource, ResourceRequest call)
    {
        using var time = new RequestTime(options.RequestTimeout, context, timeProvider);
        try
        {
            var request = await _reader.ReadAsync(context.Request, call, time.Token).ConfigureAwait(false);
            await createRight.RequireAsync(resource, request, time.Token).ConfigureAwait(false);
            return await CallAsync(resource, request, time.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (time.IsUp)
        {
            throw ServedErrors.Timeout(e);
        }
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
