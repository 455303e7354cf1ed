using System.Text.Json.Nodes;
using ImageStreams.AspNetCore;
using ImageStreams.Storage;

namespace ImageStreams.Testing.Server;

/// <summary>Tells in the status of APIServices whether their services answer.</summary>
/// <remarks>Called when an APIService or a route has changed, and when a request has failed, in place of a controller that looks from
/// time to time.</remarks>
internal sealed class ApiServiceChecks(IClusterObjectStore store, ServiceBackends backends, TimeProvider timeProvider)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly IObjectStore<ClusterObject> _apis = store.GetObjects(BackedService.Resource);

    /// <summary>Lists the APIServices of other servers.</summary>
    public async Task<IReadOnlyList<BackedService>> ListAsync(CancellationToken cancellationToken)
    {
        var page = await _apis.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        return [.. page.Items.Select(BackedService.Find).OfType<BackedService>()];
    }

    /// <summary>Looks at all services, and writes what has changed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var page = await _apis.ListAsync(ListQuery.All, cancellationToken).ConfigureAwait(false);
        foreach (var api in page.Items)
        {
            var (status, reason, message) = BackedService.Find(api) is { } service
                ? await CheckAsync(service, cancellationToken).ConfigureAwait(false)
                : ("True", "Local", "Local APIServices are always available");
            await SetAsync(api, status, reason, message, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(string Status, string Reason, string Message)> CheckAsync(BackedService service, CancellationToken cancellationToken)
    {
        if (backends.FindRoute(service) is not { } address)
        {
            return ("False", "MissingEndpoints", $"endpoints for service/{service.Service.Name} in \"{service.Service.Namespace}\" have no addresses");
        }

        using var request = ProxiedRequest.Create(address, service.Path, null);
        using var patience = new CancellationTokenSource(Patience, timeProvider);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
        try
        {
            using var answer = await backends.SendAsync(service, request, either.Token).ConfigureAwait(false);
            return answer.IsSuccessStatusCode
                ? ("True", "Passed", "all checks passed")
                : ("False", "FailedDiscoveryCheck", $"failing or missing response from {request.RequestUri}: bad status from {request.RequestUri}: {(int)answer.StatusCode}");
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return ("False", "FailedDiscoveryCheck", $"failing or missing response from {request.RequestUri}: {e.Message}");
        }
    }

    private async Task SetAsync(ClusterObject api, string status, string reason, string message, CancellationToken cancellationToken)
    {
        var document = ObjectDocuments.FromObject(api);
        var known = document.FindItems("status", "conditions").FirstOrDefault(static one => one.FindText("type") == "Available");
        if (known?.FindText("status") == status && known.FindText("message") == message)
        {
            return;
        }

        var since = known?.FindText("status") == status ? known.FindText("lastTransitionTime") : Timestamp.Now(timeProvider).ToString();
        document.GetOrAddObject("status")["conditions"] = new JsonArray(new JsonObject
        {
            ["type"] = "Available",
            ["status"] = status,
            ["lastTransitionTime"] = since,
            ["reason"] = reason,
            ["message"] = message,
        });
        await UpdateAsync(ObjectDocuments.ToObject(document, api.Metadata.ManagedFields), cancellationToken).ConfigureAwait(false);
    }

    private async Task UpdateAsync(ClusterObject api, CancellationToken cancellationToken)
    {
        try
        {
            await _apis.UpdateAsync(api, cancellationToken).ConfigureAwait(false);
        }
        catch (StoreException e) when (e.Reason is StoreFailure.Conflict or StoreFailure.NotFound)
        {
            // Somebody else has written it: that write is looked at, too.
        }
    }
}
